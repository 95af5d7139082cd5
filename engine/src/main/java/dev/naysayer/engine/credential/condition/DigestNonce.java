package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.advice;
import static dev.naysayer.engine.standard.Clause.may;
import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.SUITE;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.dsl.Operation;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Presentation;
import dev.naysayer.engine.credential.digest.DigestChange;
import dev.naysayer.engine.credential.digest.DigestReply;
import dev.naysayer.engine.credential.digest.DigestReply.Nonce;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The nonce is another one, too old, or counted otherwise. */
final class DigestNonce {

    private static final int SKIPPED = 8;

    private static final String WITHOUT_CONTROL =
            "the suite says 'control: off', and the good credential would go first";

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.ofCarriage(
                            DigestInfo.of(
                                            "digest-second-request",
                                            "the good credential a second time with the same nonce, nc=00000002")
                                    .acceptedOrRefused(401)
                                    .changes("nc")
                                    .because(
                                            "Clients answer ahead with the nonce that they have; an API may let each count once only.",
                                            may(rfc(7616, "3.3"))),
                            good -> twice(good, true))
                    .except(DigestNonce::withoutControl),
            Variant.ofCarriage(
                            DigestInfo.of("digest-nc-repeated", "the good request once more, nc and all")
                                    .acceptedOrRefused(401, 400)
                                    .changes("nc")
                                    .fix(
                                            "Remember of each nonce the counts that were used, and refuse one that comes again.")
                                    .because(
                                            "The count is there to show a replay: who sees it twice sees somebody else's request.",
                                            advice(rfc(7616, "3.4"))),
                            good -> twice(good, false))
                    .except(DigestNonce::withoutControl),
            DigestInfo.alone(
                    DigestInfo.of("digest-nc-skipped", "a count that leaves seven requests out")
                            .acceptedOrRefused(401, 400)
                            .changes("nc")
                            .because(
                                    "Requests get lost on the way, so a gap may be taken or refused.",
                                    may(rfc(7616, "3.4"))),
                    DigestChange.ofFacts(good -> good.counted(String.format("%08x", SKIPPED)))),
            DigestInfo.alone(
                    DigestInfo.of("digest-nc-not-hex", "a count that is no eight hexadecimal digits: nc=1")
                            .acceptedOrRefused(400, 401)
                            .changes("nc")
                            .because("What is spelt in several ways is counted in several ways.", DigestInfo.IMPROPER),
                    DigestChange.ofFacts(good -> good.counted("1"))),
            DigestInfo.changed(
                    DigestInfo.of("digest-forged-nonce", "a made-up nonce with the response that follows from it")
                            .core()
                            .acceptedOrRefused(401, 400)
                            .changes("nonce")
                            .fix("Take only nonces of your own: sign them, or remember which you gave out.")
                            .because(
                                    "Who takes any nonce takes one response for ever, from whoever caught it.",
                                    securityAdvice(rfc(7616, "5.5"))),
                    DigestChange.ofFacts(good -> good.to(good.challenge()
                            .withNonce(MadeUp.like(good.challenge().nonce()))))),
            Variant.ofCarriage(
                    DigestInfo.of("digest-stale-nonce", "the good credential with a nonce older than 'nonce-lifetime'")
                            .changes("nonce")
                            .fix(
                                    "Put a time into each nonce, and answer one that is too old with 401, a new nonce and stale=true.")
                            .because("A nonce that holds for ever makes of a caught response a password.", must(SUITE)),
                    good -> DigestInfo.replying(good, reply -> reply.with(Nonce.OLD))));

    private DigestNonce() {}

    private static @Nullable String withoutControl(Operation operation) {
        return operation.control().sent() ? null : WITHOUT_CONTROL;
    }

    private static Credential twice(Presentation good, boolean counted) {
        DigestReply first = DigestInfo.reply(good).with(Nonce.OWN);
        DigestReply second = counted ? first.again() : first;
        return good.replying(second).declared().afterGood(good.replying(first).declared());
    }
}
