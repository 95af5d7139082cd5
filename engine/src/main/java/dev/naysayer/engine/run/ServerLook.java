package dev.naysayer.engine.run;

import dev.naysayer.engine.credential.Diagnosis;
import dev.naysayer.engine.exchange.client.IssuerClient;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/** What is to be said of a server that was reached, or was not: name, connection, TLS and certificate. */
record ServerLook(Clock clock) {

    /** Whoever renews by hand needs about so long. */
    private static final Duration SOON = Duration.ofDays(14);

    private static final String PLAIN = "Unsupported or unrecognized SSL message";

    /** @param of the server, {@code target https://orders.example} */
    Diagnosis of(String of, URI uri, IssuerClient.Reached reached) {
        X509Certificate certificate = reached.certificate();
        if (reached.trouble() == null) {
            return certificate == null
                    ? Diagnosis.well(of, "it can be reached, without TLS")
                    : trusted(of, certificate);
        }
        if (certificate != null) {
            return Diagnosis.ill(of, distrusted(uri.getHost(), certificate, reached));
        }
        return Diagnosis.ill(
                of,
                reached.handshake() && reached.trouble().contains(PLAIN)
                        ? "what answers there speaks no TLS: correct the port, or write http:// if that is meant"
                        : "%s: %s".formatted(reached.trouble(), nextStep(reached)));
    }

    /**
     * What is to be said of a server that was spoken to in clear.
     *
     * @param overTls what came of TLS at the same port
     */
    Optional<Diagnosis> inClear(String of, IssuerClient.Reached overTls) {
        return overTls.trouble() == null || overTls.certificate() != null
                ? Optional.of(
                        Diagnosis.ill(of, "what answers there speaks TLS: write https:// in the place of http://"))
                : Optional.empty();
    }

    private static String nextStep(IssuerClient.Reached reached) {
        String trouble = String.valueOf(reached.trouble());
        if (trouble.startsWith("unknown host")) {
            return "correct the name, or see whether this machine knows it (DNS, VPN)";
        }
        return reached.handshake()
                ? "see which TLS it wants"
                : "start it, correct host and port, or see what stands between (firewall, proxy)";
    }

    private Diagnosis trusted(String of, X509Certificate certificate) {
        Instant end = certificate.getNotAfter().toInstant();
        Duration left = Duration.between(clock.instant(), end);
        return left.compareTo(SOON) < 0
                ? Diagnosis.open(
                        of,
                        "it can be reached, and its certificate expires in %d days, on %s: renew it"
                                .formatted(left.toDays(), day(end)))
                : Diagnosis.well(of, "it can be reached, and its certificate is trusted until " + day(end));
    }

    private String distrusted(String host, X509Certificate certificate, IssuerClient.Reached reached) {
        Instant now = clock.instant();
        Instant end = certificate.getNotAfter().toInstant();
        Instant beginning = certificate.getNotBefore().toInstant();
        if (now.isAfter(end)) {
            return "its certificate has expired on %s: renew it".formatted(day(end));
        }
        if (now.isBefore(beginning)) {
            return "its certificate is not valid before %s: set this machine's clock, or renew it"
                    .formatted(day(beginning));
        }
        if (!reached.isMadeOutTo(host)) {
            return "its certificate is not for %s: correct the host, or have one made for this name".formatted(host);
        }
        return "nobody whom Java trusts vouches for its certificate, which %s has signed: trust that CA, java -Djavax.net.ssl.trustStore=<file> or the trustStore of the target's RequestSpecification"
                .formatted(certificate.getIssuerX500Principal());
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    /** Scheme, host and port: what has in common who asks for them. */
    static String origin(URI uri) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return (uri.getScheme() + "://" + uri.getHost() + port).toLowerCase(Locale.ROOT);
    }
}
