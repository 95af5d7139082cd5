package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.Level.SHOULD;
import static dev.naysayer.engine.standard.SpecReference.graphqlOverHttp;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.evidence.GraphqlResponse;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.Clause;

/** Whoever asked for several fields gets those that are theirs, and reads of the others in the errors. */
final class GraphqlDataWith2xx implements GraphqlRule {

    private static final RuleInfo INFO = rule(
                    "graphql-data-with-2xx", MUST, graphqlOverHttp("application/graphql-response+json"))
            .summary("A GraphQL response that holds data has a status of success")
            .why(
                    "The status speaks of the whole request; a 403 tells clients to throw away the data that came with it.")
            .clients("They read no body behind an error, and show nothing of what was served.")
            .fix("Answer 401 or 403 without data where the whole request is refused, and 200 where single fields are.");

    /** The older media type leaves the status to servers, and asks for 200. */
    private static final Clause OLDER = new Clause(SHOULD, graphqlOverHttp("application/json"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence, GraphqlResponse response) {
        if (!response.hasData()) {
            return notApplicable("it holds no data");
        }
        if (evidence.status() < 400) {
            return passed();
        }
        String actual = "%d with 'data'".formatted(evidence.status());
        return GraphqlResponse.MEDIA_TYPE.equals(evidence.body().mediaType())
                ? violated("2xx, or no 'data'", actual)
                : violated("2xx, or no 'data'", actual, OLDER);
    }
}
