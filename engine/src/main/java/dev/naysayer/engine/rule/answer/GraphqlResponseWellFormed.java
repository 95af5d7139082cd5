package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.graphqlOverHttp;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.evidence.GraphqlResponse;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.Optional;

/** Where a gateway or a filter refuses before GraphQL is asked, its body is of another kind, and has to say so. */
final class GraphqlResponseWellFormed implements Rule {

    private static final RuleInfo INFO = rule(
                    "graphql-response-well-formed", MUST, graphqlOverHttp("application/graphql-response+json"))
            .summary("A body that is no GraphQL response is not labelled as one")
            .why("By this media type a client knows that GraphQL answered, and not somebody on the way.")
            .clients("They look for errors and data, find neither, and fail without a reason.")
            .fix("Write errors with a message, or label the body as what it is, such as application/problem+json.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean speaksOfEveryAnswer() {
        return true;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (!GraphqlResponse.MEDIA_TYPE.equals(evidence.body().mediaType())) {
            return notApplicable("the media type is another one");
        }
        if (evidence.body().isEmpty()) {
            return notApplicable("there is no body");
        }
        if (evidence.response().body().truncated()) {
            return notApplicable("the body is longer than the client reads");
        }
        GraphqlResponse response = GraphqlResponse.of(evidence.body());
        Optional<String> fault = response == null ? Optional.of("no JSON") : response.fault();
        return fault.map(what -> violated("a GraphQL response: 'errors' with a 'message' each, or 'data'", what))
                .orElse(passed());
    }
}
