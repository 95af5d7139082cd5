package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.SHOULD;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Beside which {@link InactiveTokenTold} judges. */
final class InactiveTokenBare implements OfInactiveToken {

    private static final RuleInfo INFO = rule("inactive-token-bare", SHOULD, rfc(7662, "2.2"))
            .summary("Of a token that is worth nothing no more is said than that")
            .why("Who asks with tokens that are not his own learns which ones were real, and of whom.")
            .clients("They show users and logs what nobody was to know, and come to rely on it.")
            .fix("Send nothing beside active where it is false.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(@Nullable JsonNode body) {
        if (body == null
                || !body.path("active").isBoolean()
                || body.path("active").asBoolean()) {
            return notApplicable("the answer does not say that the token is inactive");
        }
        List<String> more = body.propertyNames().stream()
                .filter(name -> !name.equals("active"))
                .toList();
        return more.isEmpty() ? passed() : violated("'active' alone", "'active' and " + String.join(", ", more));
    }
}
