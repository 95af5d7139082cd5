package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.Verdict.notApplicable;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.evidence.GraphqlResponse;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.Verdict;

/** A rule about what a GraphQL response holds, where a document was asked; of any other body it says nothing. */
interface GraphqlRule extends Rule {

    /** What refuses a field is a success. */
    @Override
    default boolean speaksOfEveryAnswer() {
        return true;
    }

    @Override
    default boolean concerns(ContractCase it) {
        return it.operation().graphql() != null;
    }

    @Override
    default Verdict judge(ContractCase it, Evidence evidence) {
        GraphqlResponse response = GraphqlResponse.wellFormed(evidence.body());
        return response == null ? notApplicable("the body is no GraphQL response") : judge(it, evidence, response);
    }

    /** What the rule says of such a response. */
    Verdict judge(ContractCase it, Evidence evidence, GraphqlResponse response);
}
