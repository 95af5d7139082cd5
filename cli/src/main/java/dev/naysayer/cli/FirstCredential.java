package dev.naysayer.cli;

import dev.naysayer.dsl.TargetUrl;
import dev.naysayer.dsl.openapi.DocumentOutline.Scheme;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a good credential of a document's security scheme comes from, as a first suite says it.
 *
 * @param scheme what the document says of it
 * @param prefix what its variables are called after
 * @param byDocument whether the document says how it travels, so that the suite need not
 */
record FirstCredential(Scheme scheme, String prefix, boolean byDocument) {

    private static final String METADATA = "/.well-known/openid-configuration";

    /** The variables that have to be set. */
    List<String> variables() {
        return switch (travels()) {
            case "basic" -> List.of(variable("USER"), variable("PASSWORD"));
            case "api-key" -> List.of(variable("KEY"));
            default -> List.of(variable("TOKEN"));
        };
    }

    /** The groups of conditions that fit it. */
    String scenarios() {
        return switch (travels()) {
            case "basic" -> "basic: core";
            case "api-key" -> "api-key: core";
            default -> isJwt() ? "jwt: core" : "opaque: core";
        };
    }

    /** A document need not say it; most tokens are. */
    boolean isJwt() {
        String format = scheme.format();
        return travels().equals("bearer")
                && (format == null || format.toLowerCase(Locale.ROOT).contains("jwt"));
    }

    /** Its lines below {@code credentials}. */
    String yaml() {
        String place = byDocument || !travels().equals("api-key") ? "" : "    header: X-API-Key\n";
        return "  %s:\n%s%s".formatted(SuiteText.key(scheme.name()), place, source());
    }

    private String travels() {
        return scheme.travels() == null ? "bearer" : scheme.travels();
    }

    private String source() {
        return switch (travels()) {
            case "basic" -> """
                    # A good account.
                    account: {user: "${%s}", password: "${%s}"}
                """.formatted(variable("USER"), variable("PASSWORD"));
            case "api-key" -> """
                    # A good key. Where it is a session, the source 'login' can open one.
                    token: {good: "${%s}"}
                """.formatted(variable("KEY"));
            default -> token();
        };
    }

    /** What stands in comments is YAML as well, once the mark in front of it is gone. */
    private String token() {
        String issuer = issuer();
        return """
                    # One good token is enough to begin with. More is tried by who can make tokens; write in place of 'token' a client,
                    # client-credentials: {%s, client-id: naysayer, client-secret: "${%s}"}
                    # or a key that the API trusts. ('issuer: embedded' needs a Java project that starts the API.)
                    # mint: {issuer: "%s", audience: "https://api.example", key: "${%s}"}
                    token: {good: "${%s}"}
                """.formatted(
                        server(issuer),
                        variable("CLIENT_SECRET"),
                        issuer == null ? "https://login.example" : issuer,
                        variable("SIGNING_KEY"),
                        variable("TOKEN"));
    }

    private String server(@Nullable String issuer) {
        String endpoint = usable(scheme.tokenEndpoint());
        return issuer != null
                ? "issuer: \"%s\"".formatted(issuer)
                : "token-endpoint: \"%s\"".formatted(endpoint == null ? "https://login.example/token" : endpoint);
    }

    private @Nullable String issuer() {
        String metadata = usable(scheme.issuer());
        return metadata != null && metadata.endsWith(METADATA)
                ? metadata.substring(0, metadata.length() - METADATA.length())
                : null;
    }

    /** An address that can stand in a comment as it is; a user's name or password never does. */
    private static @Nullable String usable(@Nullable String url) {
        return Stream.ofNullable(url)
                .filter(it -> it.matches("https?://[A-Za-z0-9._~:/%-]{1,150}"))
                .filter(it -> TargetUrl.fault(it).isEmpty())
                .findFirst()
                .orElse(null);
    }

    private String variable(String what) {
        String named = SuiteText.variable(prefix, scheme.name());
        return named.endsWith("_" + what) ? named : named + "_" + what;
    }
}
