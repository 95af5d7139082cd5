package dev.naysayer.examples.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import dev.naysayer.examples.issuer.Issuer;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TokenClaimsTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_767_268_800);

    private final Issuer issuer = Issuer.start();
    private final TokenCheck check = new TokenCheck(issuer.url(), OrdersApi.AUDIENCE, Clock.fixed(NOW, ZoneOffset.UTC));
    private final TokenForge forge = forge();

    @AfterAll
    void stop() {
        issuer.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            exp   | 1767269100.5                              | good
            exp   | 1.7672691e9                               | good
            exp   | 1767268770                                | good
            exp   | 1767268740                                | good
            exp   | 1767268739                                | EXPIRED_TOKEN
            exp   | 1767268739.9                              | EXPIRED_TOKEN
            exp   |                                           | EXPIRED_TOKEN
            exp   | 0                                         | EXPIRED_TOKEN
            exp   | null                                      | MALFORMED_TOKEN EXPIRED_TOKEN
            exp   | "1767269100"                              | MALFORMED_TOKEN EXPIRED_TOKEN
            exp   | -1                                        | MALFORMED_TOKEN EXPIRED_TOKEN
            exp   | 1e308                                     | MALFORMED_TOKEN EXPIRED_TOKEN
            exp   | 1e999999999                               | MALFORMED_TOKEN EXPIRED_TOKEN
            exp   | 1e-999999999                              | EXPIRED_TOKEN
            exp   | 9223372036854775808                       | MALFORMED_TOKEN EXPIRED_TOKEN
            exp   | 1767269100000                             | MALFORMED_TOKEN EXPIRED_TOKEN
            exp   | 253402300800                              | MALFORMED_TOKEN EXPIRED_TOKEN
            exp   | 253402300799                              | good
            exp   | [1767269100]                              | MALFORMED_TOKEN EXPIRED_TOKEN
            exp   | true                                      | MALFORMED_TOKEN EXPIRED_TOKEN
            nbf   | 1767268860                                | good
            nbf   | 1767268861                                | NOT_YET_VALID
            nbf   | 0                                         | good
            nbf   | "0"                                       | MALFORMED_TOKEN
            iat   | 1767272400                                | ISSUED_LATER
            iat   | 1767268860                                | good
            iat   | 1451606400                                | good
            iat   |                                           | good
            iat   | null                                      | MALFORMED_TOKEN
            iss   |                                           | WRONG_ISSUER
            iss   | "https://another-issuer.invalid"          | WRONG_ISSUER
            iss   | "{issuer}/"                               | WRONG_ISSUER
            iss   | "HTTP://127.0.0.1"                        | WRONG_ISSUER
            iss   | ["{issuer}"]                              | WRONG_ISSUER
            aud   |                                           | WRONG_AUDIENCE
            aud   | []                                        | WRONG_AUDIENCE
            aud   | ["https://another-api.invalid"]           | WRONG_AUDIENCE
            aud   | 1                                         | WRONG_AUDIENCE
            aud   | null                                      | WRONG_AUDIENCE
            aud   | ["https://orders.example"]                | good
            aud   | ["https://a.invalid", "https://orders.example"] | good
            aud   | ["https://orders.example", 1]             | WRONG_AUDIENCE
            aud   | {"https://orders.example": 1}             | WRONG_AUDIENCE
            aud   | "https://orders.example.invalid"          | WRONG_AUDIENCE
            aud   | "https://orders.example/"                 | WRONG_AUDIENCE
            aud   | "https://ORDERS.example"                  | WRONG_AUDIENCE
            sub   |                                           | UNKNOWN_SUBJECT
            sub   | null                                      | UNKNOWN_SUBJECT
            sub   | "nobody"                                  | UNKNOWN_SUBJECT
            sub   | "Naysayer"                                | UNKNOWN_SUBJECT
            sub   | "naysayer-nobody"                         | UNKNOWN_SUBJECT
            sub   | "naysayer-orders"                         | good
            cnf   | {"jkt": "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"} | BOUND_TOKEN
            cnf   | {"x5t#S256": "bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2"} | BOUND_TOKEN
            nonce | "n-0S6_WzA2Mj"                            | OTHER_KIND
            at_hash | "MTIzNDU2Nzg5MDEyMzQ1Ng"                | OTHER_KIND
            events | {"http://schemas.openid.net/event/backchannel-logout": {}} | OTHER_KIND
            scope |                                           | INSUFFICIENT_SCOPE
            scope | ""                                        | INSUFFICIENT_SCOPE
            scope | "orders:readonly"                         | INSUFFICIENT_SCOPE
            scope | "orders"                                  | INSUFFICIENT_SCOPE
            scope | "Orders:Read"                             | INSUFFICIENT_SCOPE
            scope | "ORDERS:READ"                             | INSUFFICIENT_SCOPE
            scope | "orders:read,orders:write"                | INSUFFICIENT_SCOPE
            scope | ["orders:read"]                           | MALFORMED_TOKEN INSUFFICIENT_SCOPE
            scope | "a orders:read z"                         | good
            jti   | "once"                                    | good
            """)
    void a_claim_is_taken_as_the_standards_say(String name, @Nullable String json, String grounds) {
        String token = forge.withClaim(name, json == null ? null : json.replace("{issuer}", issuer.url()));
        String found =
                check.grounds(token, OrdersApi.READ).stream().map(Ground::name).collect(Collectors.joining(" "));
        assertThat(found.isEmpty() ? "good" : found).isEqualTo(grounds);
    }

    @Test
    void several_needed_scopes_may_stand_in_any_order() {
        String token = forge.withClaim("scope", "\"orders:write orders:read\"");
        assertThat(check.grounds(token, "orders:read orders:write")).isEmpty();
        assertThat(check.grounds(forge.good(), "orders:read orders:write")).containsExactly(Ground.INSUFFICIENT_SCOPE);
    }

    @Test
    void a_token_may_be_used_again() {
        String token = forge.good();
        assertThat(check.grounds(token, OrdersApi.READ)).isEmpty();
        assertThat(check.grounds(token, OrdersApi.READ)).isEmpty();
    }

    private TokenForge forge() {
        try {
            RSAKey key = RSAKey.parse(issuer.privateKey());
            return new TokenForge(
                    new RSASSASigner(key), JWSAlgorithm.RS256, key.getKeyID(), issuer.url(), NOW.getEpochSecond());
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("the issuer's key is none", e);
        }
    }
}
