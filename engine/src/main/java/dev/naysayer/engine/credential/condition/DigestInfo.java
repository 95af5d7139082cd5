package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.advice;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.dsl.Expectation;
import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.Presentation;
import dev.naysayer.engine.credential.digest.DigestChange;
import dev.naysayer.engine.credential.digest.DigestReply;
import dev.naysayer.engine.credential.digest.DigestReply.Nonce;
import dev.naysayer.engine.standard.Clause;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Begins the conditions of the group {@code digest}. */
final class DigestInfo {

    /** What has no keyword: "the proper response is a 4xx error code". */
    static final Clause IMPROPER = advice(rfc(7616, "3.4"));

    private DigestInfo() {}

    /** Its challenges have no error codes. */
    static ConditionInfo.Builder of(String name, String meaning) {
        return ConditionInfo.of(ConditionGroup.DIGEST, name, meaning).errors(Expectation.NO_ERROR);
    }

    /** The answer is another one. */
    static Variant changed(ConditionInfo info, DigestChange change) {
        return Variant.ofCarriage(info, good -> replying(good, reply -> reply.with(change)));
    }

    /** The same with a nonce of its own, since other answers would suffer from it. */
    static Variant alone(ConditionInfo info, DigestChange change) {
        return Variant.ofCarriage(
                info, good -> replying(good, reply -> reply.with(change).with(Nonce.OWN)));
    }

    static Credential replying(Presentation good, UnaryOperator<DigestReply> change) {
        return good.replying(change.apply(reply(good))).declared();
    }

    /** What a scheme of this group always has. */
    static DigestReply reply(Presentation good) {
        return Objects.requireNonNull(good.reply(), "no Digest credential");
    }
}
