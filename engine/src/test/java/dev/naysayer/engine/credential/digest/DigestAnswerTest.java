package dev.naysayer.engine.credential.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of the RFCs, and what follows from them by a calculation of its own. */
class DigestAnswerTest {

    private static final String RFC_7616_CNONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";

    private static final DigestChallenge RFC_7616 = new DigestChallenge(
            "http-auth@example.org",
            "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
            "FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS",
            "SHA-256",
            List.of("auth", "auth-int"),
            null,
            false,
            false);

    private static DigestAnswer mufasa(DigestChallenge challenge) {
        return new DigestAnswer(
                challenge,
                "Mufasa",
                new Secret("Circle of Life"),
                "GET",
                "/dir/index.html",
                new byte[0],
                "00000001",
                RFC_7616_CNONCE);
    }

    private static String text(DigestAnswer answer) {
        return answer.params().stream().map(DigestParam::toString).collect(Collectors.joining(", "));
    }

    /** RFC 7616 section 3.9.1. */
    @ParameterizedTest
    @CsvSource({
        "SHA-256, 753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1",
        "MD5, 8ca523f5e9506fed4657c9700eebdbec"
    })
    void answers_the_challenges_of_rfc_7616(String algorithm, String response) {
        DigestAnswer answer = mufasa(RFC_7616.withAlgorithm(algorithm));

        assertThat(answer.response().reveal()).isEqualTo(response);
        assertThat(text(answer)).isEqualTo("""
                        username="Mufasa", realm="http-auth@example.org", uri="/dir/index.html", algorithm=%s, \
                        nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", nc=00000001, qop=auth, \
                        cnonce="f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ", response="%s", \
                        opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"""", algorithm, response);
    }

    /** RFC 7616 section 3.9.2; with the hashes of erratum 4897, since the printed ones are of a draft of SHA-512/256. */
    @Test
    void hashes_a_user_name_beyond_ascii() {
        DigestChallenge challenge = new DigestChallenge(
                "api@example.org",
                "5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK",
                "HRPCssKJSGjCrkzDg8OhwpzCiGPChXYjwrI2QmXDnsOS",
                "SHA-512-256",
                List.of("auth"),
                "UTF-8",
                true,
                false);
        DigestAnswer answer = new DigestAnswer(
                challenge,
                "J\u00e4s\u00f8n Doe",
                new Secret("Secret, or not?"),
                "GET",
                "/doe.json",
                new byte[0],
                "00000001",
                "NTg6RKcb9boFIAS3KrFK9BGeh+iDa/sm6jUMp2wds69v");

        assertThat(text(answer))
                .contains("username=\"793263caabb707a56211940d90411ea4a575adeccb7e360aeb624ed06ece9b0b\"")
                .contains("response=\"3798d4131c277846293534c3edc11bd8a5e4cdcbff78b05db9d95eeb1cec68a5\"")
                .endsWith("userhash=true");
        assertThat(text(new DigestAnswer(
                        challenge.withUserhash(false),
                        "J\u00e4s\u00f8n Doe",
                        new Secret("Secret, or not?"),
                        "GET",
                        "/doe.json",
                        new byte[0],
                        "00000001",
                        "NTg6RKcb9boFIAS3KrFK9BGeh+iDa/sm6jUMp2wds69v")))
                .startsWith("username*=UTF-8''J%C3%A4s%C3%B8n%20Doe, realm=");
    }

    /** RFC 2617 section 3.5. */
    @Test
    void answers_the_challenge_of_rfc_2617() {
        DigestChallenge challenge = new DigestChallenge(
                "testrealm@host.com",
                "dcd98b7102dd2f0e8b11d0f600bfb0c093",
                "5ccc069c403ebaf9f0171e9517f40e41",
                null,
                List.of("auth", "auth-int"),
                null,
                false,
                false);
        DigestAnswer answer = new DigestAnswer(
                challenge,
                "Mufasa",
                new Secret("Circle Of Life"),
                "GET",
                "/dir/index.html",
                new byte[0],
                "00000001",
                "0a4f113b");

        assertThat(answer.response().reveal()).isEqualTo("6629fae49393a05397450978507c4ef1");
        assertThat(text(answer)).doesNotContain("algorithm");
        assertThat(text(new DigestAnswer(
                        challenge.withQop(List.of()),
                        "Mufasa",
                        new Secret("Circle Of Life"),
                        "GET",
                        "/dir/index.html",
                        new byte[0],
                        "00000001",
                        "0a4f113b")))
                .as("RFC 2069, which has no qop")
                .doesNotContain("qop=", "nc=", "cnonce=")
                .contains("response=\"670fd8c2df070c60b045671b8b24ff02\"");
    }

    @ParameterizedTest
    @CsvSource({"MD5-sess", "SHA-256-sess", "sha-512-256-SESS"})
    void puts_the_nonces_of_a_session_into_the_hash_of_the_user(String algorithm) {
        DigestAnswer answer = mufasa(RFC_7616.withAlgorithm(algorithm));
        DigestHash hash = DigestHash.of(algorithm).orElseThrow();
        String user = hash.ofText("Mufasa:http-auth@example.org:Circle of Life");
        String session = hash.ofText(user + ":" + RFC_7616.nonce() + ":" + RFC_7616_CNONCE);

        assertThat(answer.response().reveal())
                .isEqualTo(hash.ofText(session + ":" + RFC_7616.nonce() + ":00000001:" + RFC_7616_CNONCE + ":auth:"
                        + hash.ofText("GET:/dir/index.html")));
    }

    @Test
    void protects_the_body_only_where_nothing_less_is_offered() {
        DigestChallenge integrity = RFC_7616.withQop(List.of("auth-int"));

        assertThat(body(RFC_7616, "a")).isEqualTo(body(RFC_7616, "b"));
        assertThat(body(integrity, "a")).isNotEqualTo(body(integrity, "b"));
        DigestHash hash = DigestHash.of("SHA-256").orElseThrow();
        assertThat(body(integrity, "a"))
                .isEqualTo(hash.ofText(hash.ofText("Mufasa:http-auth@example.org:Circle of Life") + ":"
                        + RFC_7616.nonce() + ":00000001:" + RFC_7616_CNONCE + ":auth-int:"
                        + hash.ofText("POST:/dir:" + hash.ofText("a"))));
    }

    private static String body(DigestChallenge challenge, String body) {
        return new DigestAnswer(
                        challenge,
                        "Mufasa",
                        new Secret("Circle of Life"),
                        "POST",
                        "/dir",
                        body.getBytes(StandardCharsets.UTF_8),
                        "00000001",
                        RFC_7616_CNONCE)
                .response()
                .reveal();
    }

    @ParameterizedTest
    @CsvSource(
            value = {"null, true", "md5, true", "SHA-256-sess, true", "SHA-1, false", "-sess, false"},
            nullValues = "null")
    void knows_the_registered_algorithms(@Nullable String algorithm, boolean known) {
        assertThat(DigestHash.of(algorithm).isPresent()).isEqualTo(known);
    }
}
