package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.inconclusive;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.Words;
import java.util.List;

/** What no client could mistake is left to {@link TokenErrorRegistered}: a code of an extension may know better. */
final class TokenErrorFitsCondition implements Rule {

    private static final RuleInfo INFO = rule("token-error-fits-condition", MUST, rfc(6749, "5.2"))
            .summary("The code of an authorization server says what is wrong with the request")
            .why("A client that is told another reason throws away what is good, and keeps what is not.")
            .clients(
                    "On invalid_grant they ask the user to log in again, on invalid_client they stop and call for help.")
            .fix("Map each reason to its code where it is found, and let no handler turn one into another.");

    private static final List<String> OF_THE_STANDARD = List.of(
            "invalid_request",
            "invalid_client",
            "invalid_grant",
            "unauthorized_client",
            "unsupported_grant_type",
            "invalid_scope");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean concerns(ContractCase it) {
        return OauthEndpoint.isMeant(it);
    }

    @Override
    public RuleInfo info(ContractCase it) {
        return INFO.because(it.condition().info().why());
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        String error = OauthEndpoint.error(evidence);
        if (!OauthEndpoint.isError(evidence) || error == null || !OF_THE_STANDARD.contains(error)) {
            return notApplicable("there is no error code of the standard's own");
        }
        if (error.equals("invalid_client") && it.condition().need() == TokenNeed.Kind.OTHER_CLIENT) {
            return inconclusive("the second client is none that the server knows");
        }
        List<String> right = it.condition().info().expectation().errors();
        return right.contains(error) || it.condition().info().positive()
                ? passed()
                : violated(Words.or(right), "'error': \"%s\"".formatted(error));
    }
}
