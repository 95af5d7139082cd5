package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.graphql;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.evidence.GraphqlResponse;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;

/** Where there is data, the request was executed, so its errors are errors of fields. */
final class GraphqlErrorNamesPath implements GraphqlRule {

    private static final RuleInfo INFO = rule("graphql-error-names-path", MUST, graphql("Errors"))
            .summary("An error that refuses a field names the field's path")
            .why("A null may be a value; only the path tells which one was refused.")
            .clients("They take what was refused for what is not there, and show it as empty.")
            .fix("Raise the error in the field's resolver, or copy the path where errors are formatted.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence, GraphqlResponse response) {
        if (!response.isExecuted() || response.refusals().isEmpty()) {
            return notApplicable("no error refuses a field");
        }
        return response.refusals().stream().allMatch(error -> error.path("path").isArray())
                ? passed()
                : violated("a 'path' in each error that refuses a field", "an error without it");
    }
}
