package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.ADVICE;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.net.URI;
import java.net.URISyntaxException;
import tools.jackson.databind.JsonNode;

/** What is no URI at all is told by {@link ProblemDetailsWellFormed}. */
final class ProblemTypeAbsolute implements Rule {

    private static final RuleInfo INFO = rule("problem-type-absolute", ADVICE, rfc(9457, "3.1.1"))
            .summary("The type of a problem is an absolute URI")
            .why("A relative type means another problem on each path, and clients compare it as text.")
            .clients("They compare it with the one they know, and take the same problem for two.")
            .fix("Write the type out with its scheme and host.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        JsonNode problem = evidence.body().problem();
        if (problem == null || !problem.path("type").isString()) {
            return notApplicable("there is no type of a problem");
        }
        String type = problem.path("type").asString();
        try {
            return new URI(type).isAbsolute()
                    ? passed()
                    : violated("an absolute URI", "'type': \"%s\"".formatted(type));
        } catch (URISyntaxException e) {
            return notApplicable("the type is no URI");
        }
    }
}
