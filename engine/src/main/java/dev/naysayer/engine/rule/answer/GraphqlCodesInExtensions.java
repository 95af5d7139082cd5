package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.SHOULD;

import dev.naysayer.dsl.CauseKind;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.evidence.GraphqlResponse;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.SpecReference;
import java.util.List;
import java.util.Map;

/** No specification has codes; whoever chooses the profile wants those that most clients know. */
final class GraphqlCodesInExtensions implements GraphqlRule {

    private static final RuleInfo INFO = rule(
                    "graphql-codes-in-extensions",
                    SHOULD,
                    new SpecReference(
                            "Apollo Server, Error Handling",
                            "https://www.apollographql.com/docs/apollo-server/data/errors"),
                    "graphql-codes")
            .summary("A GraphQL error that refuses has the code UNAUTHENTICATED or FORBIDDEN")
            .why("Messages are for people and change; only a code tells a program what to do next.")
            .clients("They search messages for words, and log nobody in once a word has changed.")
            .fix("Set extensions.code where errors are formatted: by the exception, not by its message.");

    /** What is wrong with a message, a GraphQL API has no code for. */
    private static final Map<CauseKind, String> CODES = Map.of(
            CauseKind.NO_CREDENTIAL, "UNAUTHENTICATED",
            CauseKind.BAD_CREDENTIAL, "UNAUTHENTICATED",
            CauseKind.NO_RIGHT, "FORBIDDEN");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence, GraphqlResponse response) {
        CauseKind kind = it.condition().info().kind();
        String code = kind == null ? null : CODES.get(kind);
        if (code == null || it.isAcceptable()) {
            return notApplicable("the condition has no code");
        }
        if (response.errors().isEmpty()) {
            return notApplicable("it holds no errors");
        }
        if (evidence.isWhatControlGot()) {
            return notApplicable("the good credential gets this answer, too");
        }
        List<String> codes = response.codes();
        return codes.contains(code)
                ? passed()
                : violated(
                        "'extensions.code': \"%s\"".formatted(code),
                        codes.isEmpty() ? "no 'extensions.code'" : "'extensions.code': " + codes);
    }
}
