package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.Clause.should;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.digest.DigestAnswer;
import dev.naysayer.engine.credential.digest.DigestChange;
import dev.naysayer.engine.standard.Clause;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** The response is of another password, user or request. */
final class DigestResponse {

    /** "The server MUST perform the same digest operation performed by the client and compare the result". */
    private static final Clause COMPARED = must(rfc(7616, "3.6"));

    /** As if somebody had tried another password. */
    static final DigestChange WRONG = DigestChange.ofFacts(good -> new DigestAnswer(
            good.challenge(),
            good.user(),
            new Secret(MadeUp.like(good.password().reveal() + "-")),
            good.method(),
            good.uri(),
            good.body(),
            good.nc(),
            good.cnonce()));

    static final List<CredentialCondition> VARIANTS = List.of(
            DigestInfo.changed(
                    DigestInfo.of("digest-wrong-response", "the good user name with the response of a made-up password")
                            .core()
                            .changes("response")
                            .because("The response is all that shows that the password is known.", COMPARED),
                    WRONG),
            DigestInfo.changed(
                    DigestInfo.of("digest-unknown-user", "a made-up user name with the response that follows from it")
                            .core()
                            .changes("username")
                            .because(
                                    "Whatever is wrong is answered alike, or strangers learn which users there are.",
                                    COMPARED),
                    DigestChange.ofFacts(good -> new DigestAnswer(
                            good.challenge(),
                            MadeUp.like(good.user()),
                            good.password(),
                            good.method(),
                            good.uri(),
                            good.body(),
                            good.nc(),
                            good.cnonce()))),
            DigestInfo.changed(
                    DigestInfo.of("digest-wrong-realm", "a made-up realm with the response that follows from it")
                            .acceptedOrRefused(401, 400)
                            .changes("realm")
                            .because(
                                    "A realm that the client chooses lets the hashes of another service count here.",
                                    securityAdvice(rfc(7616, "3.4"))),
                    DigestChange.ofFacts(good -> good.to(good.challenge()
                            .withRealm(MadeUp.like(good.challenge().realm()))))),
            DigestInfo.changed(
                    DigestInfo.of("digest-other-uri", "another uri than the request target, and its response")
                            .core()
                            .refused(400)
                            .status(should(rfc(7616, "3.4.6")))
                            .changes("uri")
                            .because(
                                    "Who catches a response for one resource could open every other one with it.",
                                    must(rfc(7616, "3.4.6"))),
                    DigestChange.ofFacts(good -> good.of(good.method(), "/naysayer-elsewhere"))),
            DigestInfo.changed(
                    DigestInfo.of("digest-other-method", "the response of the same request by another method")
                            .changes("response")
                            .because("Who catches a response for reading could write with it.", COMPARED),
                    DigestChange.ofFacts(
                            good -> good.of(good.method().equals("DELETE") ? "PUT" : "DELETE", good.uri()))),
            DigestInfo.changed(
                    DigestInfo.of("digest-other-body", "with auth-int, the response of another body")
                            .changes("response")
                            .because(
                                    "Who protects the body by its hash and does not look at it protects nothing.",
                                    COMPARED),
                    DigestChange.ofFacts(otherBody())
                            .unless(offered -> offered.get(0).qop().contains("auth-int")
                                    ? null
                                    : "the API does not offer qop auth-int")));

    private DigestResponse() {}

    private static UnaryOperator<DigestAnswer> otherBody() {
        byte[] more = " ".getBytes(StandardCharsets.US_ASCII);
        return good -> {
            byte[] longer = Arrays.copyOf(good.body(), good.body().length + more.length);
            System.arraycopy(more, 0, longer, good.body().length, more.length);
            return good.to(good.challenge().withQop(List.of("auth-int"))).of(longer);
        };
    }
}
