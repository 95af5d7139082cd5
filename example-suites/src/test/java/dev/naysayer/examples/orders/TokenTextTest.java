package dev.naysayer.examples.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import dev.naysayer.examples.issuer.Issuer;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
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
class TokenTextTest {

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
            typ  | "JWT"                                      | good
            typ  | "at+jwt"                                   | good
            typ  | "AT+JWT"                                   | good
            typ  | "application/at+jwt"                       | good
            typ  | "dpop+jwt"                                 | WRONG_TYPE
            typ  | "logout+jwt"                               | WRONG_TYPE
            typ  | "secevent+jwt"                             | WRONG_TYPE
            typ  | "oauth-authz-req+jwt"                      | WRONG_TYPE
            typ  | null                                       | WRONG_TYPE
            alg  |                                            | MALFORMED_TOKEN BAD_SIGNATURE
            alg  | "rs256"                                    | BAD_SIGNATURE
            alg  | "none"                                     | BAD_SIGNATURE
            alg  | "XX999"                                    | BAD_SIGNATURE
            alg  | "HS256"                                    | BAD_SIGNATURE
            alg  | "RS512"                                    | BAD_SIGNATURE
            alg  | "PS256"                                    | BAD_SIGNATURE
            alg  | "ES256"                                    | BAD_SIGNATURE
            alg  | 1                                          | MALFORMED_TOKEN BAD_SIGNATURE
            kid  |                                            | good
            kid  | "another"                                  | BAD_SIGNATURE
            kid  | "../../dev/null"                           | BAD_SIGNATURE
            kid  | "x' OR '1'='1"                             | BAD_SIGNATURE
            kid  | "file:///dev/null"                         | BAD_SIGNATURE
            kid  | 1                                          | MALFORMED_TOKEN
            crit | ["naysayer"]                               | FORBIDDEN_HEADER
            crit | []                                         | FORBIDDEN_HEADER
            crit | ["exp"]                                    | FORBIDDEN_HEADER
            b64  | false                                      | FORBIDDEN_HEADER
            cty  | "JWT"                                      | FORBIDDEN_HEADER
            jwk  | {"kty": "RSA"}                             | FORBIDDEN_HEADER
            jku  | "https://keys.invalid/jwks"                | FORBIDDEN_HEADER
            x5u  | "https://keys.invalid/x5u"                 | FORBIDDEN_HEADER
            x5c  | ["MIIB"]                                   | FORBIDDEN_HEADER
            p2c  | 100000000                                  | FORBIDDEN_HEADER
            """)
    void a_header_is_taken_as_the_standards_say(String name, @Nullable String json, String grounds) {
        assertThat(grounds(forge.withHeader(name, json))).isEqualTo(grounds);
    }

    @Test
    void what_has_not_exactly_the_form_is_malformed_though_it_is_signed() {
        String header = TokenForge.segment(forge.headerText());
        String payload = TokenForge.segment(forge.claimsText());
        String good = forge.good();
        assertThat(List.of(
                        "not-a-jwt",
                        ".",
                        "..",
                        header + "." + payload,
                        header + "." + payload + ".",
                        good + ".",
                        good + ".a",
                        good + "==",
                        "." + good,
                        good + ".a.b",
                        good.replaceFirst("\\.", " ."),
                        good.replaceFirst("\\.", "\n."),
                        good.replaceFirst("\\.", "=."),
                        good.substring(0, good.length() - 1),
                        forge.signedSegments(header + "=." + payload),
                        forge.signedSegments(header + ".@" + payload),
                        forge.signedSegments(header + "."),
                        forge.signedSegments("." + payload),
                        forge.signed("{", forge.claimsText()),
                        forge.signed(forge.headerText(), "not json"),
                        forge.signed(forge.headerText(), "[" + forge.claimsText() + "]"),
                        forge.signed(forge.headerText(), "\"text\""),
                        forge.signed(forge.headerText(), forge.claimsText() + "{}"),
                        forge.signed(forge.headerText(), good),
                        forge.withClaim("name", "\"\u00fc\""),
                        forge.withClaim("name", "\"\u00c0\u00af\""),
                        forge.withHeader("name", "\"\u00fc\""),
                        forge.withHeader("kid", "\"" + "k".repeat(10_240) + "\""),
                        forge.withClaim("deep", "[".repeat(10_000) + "]".repeat(10_000)),
                        forge.withHeader("deep", "[".repeat(1_000) + "]".repeat(1_000)),
                        forge.withClaim("number", "9".repeat(5_000))))
                .allSatisfy(token -> assertThat(grounds(token)).isEqualTo("MALFORMED_TOKEN"));
    }

    @Test
    void a_member_that_stands_twice_is_malformed_whichever_one_is_good() {
        assertThat(List.of(
                        forge.signed(forge.headerText(), TokenForge.and(forge.claimsText(), "\"sub\":\"nobody\"")),
                        forge.signed(forge.headerText(), TokenForge.and(forge.claimsText(), "\"sub\":\"naysayer\"")),
                        forge.signed(
                                forge.headerText(), TokenForge.and(forge.claimsText(), "\"s\\u0075b\":\"nobody\"")),
                        forge.signed(TokenForge.and(forge.headerText(), "\"alg\":\"none\""), forge.claimsText()),
                        forge.withClaim("deep", "{\"a\":{\"b\":1,\"b\":2}}")))
                .allSatisfy(token -> assertThat(grounds(token)).isEqualTo("MALFORMED_TOKEN"));
    }

    @Test
    void a_good_token_in_utf_8_is_good() {
        assertThat(grounds(forge.withClaim("name", "\"\u00c3\u00bc\""))).isEqualTo("good");
        assertThat(grounds(forge.good())).isEqualTo("good");
    }

    @Test
    void a_changed_payload_and_a_signature_of_zeros_or_of_another_length_verify_nothing() {
        String good = forge.good();
        String signature = good.substring(good.lastIndexOf('.'));
        String input = good.substring(0, good.lastIndexOf('.'));
        assertThat(List.of(
                        TokenForge.segment(forge.headerText()) + "." + TokenForge.segment(forge.claimsText() + " ")
                                + signature,
                        input + "." + Base64URL.encode(new byte[256]),
                        input + "." + Base64URL.encode(new byte[64]),
                        input + ".AA"))
                .allSatisfy(token -> assertThat(grounds(token)).isEqualTo("BAD_SIGNATURE"));
    }

    private String grounds(String token) {
        String found =
                check.grounds(token, OrdersApi.READ).stream().map(Ground::name).collect(Collectors.joining(" "));
        return found.isEmpty() ? "good" : found;
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
