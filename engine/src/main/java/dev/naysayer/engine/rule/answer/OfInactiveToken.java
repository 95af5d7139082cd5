package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.Verdict.notApplicable;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.Verdict;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A rule about what is said of a token that is worth nothing, to who may ask (RFC 7662 section 2.2). */
interface OfInactiveToken extends Rule {

    @Override
    default boolean concerns(ContractCase it) {
        return it.condition().info().name().equals("introspect-unknown-token");
    }

    @Override
    default boolean speaksOfEveryAnswer() {
        return true;
    }

    @Override
    default Verdict judge(ContractCase it, Evidence evidence) {
        return it.letsIn(evidence.status())
                ? judge(evidence.body().object())
                : notApplicable("the question itself was refused");
    }

    /**
     * What the answer says of such a token.
     *
     * @param body null where it is no JSON object
     */
    Verdict judge(@Nullable JsonNode body);
}
