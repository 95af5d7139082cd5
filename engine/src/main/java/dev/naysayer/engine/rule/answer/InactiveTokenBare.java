package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.SHOULD;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Beside which {@link InactiveTokenTold} judges. */
final class InactiveTokenBare implements Rule {

    private static final String UNKNOWN = "introspect-unknown-token";

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
    public boolean concerns(ContractCase it) {
        return it.condition().info().name().equals(UNKNOWN);
    }

    @Override
    public boolean speaksOfEveryAnswer() {
        return true;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (!it.letsIn(evidence.status())) {
            return notApplicable("the question itself was refused");
        }
        JsonNode body = evidence.body().object();
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
