package dev.naysayer.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.credential.Diagnosis;
import dev.naysayer.engine.credential.Diagnosis.Health;
import dev.naysayer.engine.exchange.ServerKeys;
import dev.naysayer.engine.exchange.client.IssuerClient;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a certificate, by the day on which it is looked at. */
class ServerLookTest {

    @TempDir
    private static Path folder;

    private static X509Certificate certificate;

    @BeforeAll
    static void make_a_certificate() throws Exception {
        certificate =
                (X509Certificate) ServerKeys.certificate(ServerKeys.in(folder)).getCertificate("ca");
    }

    private static Diagnosis seen(Instant now, String host, boolean trusted) {
        return new ServerLook(Clock.fixed(now, ZoneOffset.UTC))
                .of(
                        "target",
                        URI.create("https://" + host),
                        new IssuerClient.Reached(certificate, trusted ? null : "TLS failed", !trusted));
    }

    private static Instant end() {
        return certificate.getNotAfter().toInstant();
    }

    private static Instant within() {
        return end().minus(Duration.ofDays(30));
    }

    @Test
    void one_that_is_trusted_is_well_until_shortly_before_its_end() {
        assertThat(seen(within(), "127.0.0.1", true).health()).isEqualTo(Health.WELL);

        Diagnosis soon = seen(end().minus(Duration.ofDays(3)), "127.0.0.1", true);

        assertThat(soon.health()).isEqualTo(Health.OPEN);
        assertThat(soon.words()).contains("expires in 3 days", "renew it");
    }

    @Test
    void one_that_is_not_trusted_is_told_by_what_is_wrong_with_it() {
        assertThat(seen(end().plusSeconds(1), "127.0.0.1", false).words())
                .startsWith("its certificate has expired on ");
        assertThat(seen(certificate.getNotBefore().toInstant().minusSeconds(1), "127.0.0.1", false)
                        .words())
                .startsWith("its certificate is not valid before ");
        assertThat(seen(within(), "orders.example", false).words())
                .isEqualTo(
                        "its certificate is not for orders.example: correct the host, or have one made for this name");
        assertThat(seen(within(), "127.0.0.1", false).words())
                .startsWith("nobody whom Java trusts vouches for its certificate, which CN=localhost has signed");
    }

    @Test
    void where_no_certificate_was_seen_the_trouble_speaks_with_a_next_step() {
        ServerLook look = new ServerLook(Clock.systemUTC());
        URI uri = URI.create("https://orders.example");

        assertThat(look.of("target", uri, new IssuerClient.Reached(null, "unknown host: orders.example", false))
                        .words())
                .isEqualTo(
                        "unknown host: orders.example: correct the name, or see whether this machine knows it (DNS, VPN)");
        assertThat(look.of("target", uri, new IssuerClient.Reached(null, "TLS failed: handshake_failure", true))
                        .words())
                .endsWith("see which TLS it wants");
    }
}
