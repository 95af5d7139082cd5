package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** That it is 200, the condition says. */
final class InactiveTokenTold implements OfInactiveToken {

    private static final RuleInfo INFO = rule("inactive-token-told", MUST, rfc(7662, "2.2"))
            .summary("A token that is worth nothing is told by active, which is false")
            .why("An API that finds no active may take whatever came for a yes.")
            .clients("They let the token in, or report that the answer cannot be read.")
            .fix("Answer 200 and {\"active\": false}, whatever is wrong with the token.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(@Nullable JsonNode body) {
        if (body == null) {
            return violated("\"active\": false", "no JSON object");
        }
        JsonNode active = body.path("active");
        return active.isBoolean() && !active.asBoolean()
                ? passed()
                : violated("\"active\": false", active.isMissingNode() ? "no 'active'" : "'active': " + active);
    }
}
