package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.inconclusive;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import tools.jackson.databind.JsonNode;

/** Its characters {@link OauthErrorWellFormed} judges, and its code {@link TokenErrorRegistered}. */
final class TokenErrorRequired implements Rule {

    private static final RuleInfo INFO = rule("token-error-required", MUST, rfc(6749, "5.2"))
            .summary("An authorization server says what is wrong as JSON with one error code")
            .why("OAuth libraries read the code and nothing else, so a client without one cannot tell what to mend.")
            .clients("They report that the answer cannot be read, and the real reason stands in no log.")
            .fix(
                    "Send application/json with error, also from what stands before the endpoint and for what it cannot read.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean concerns(ContractCase it) {
        return OauthEndpoint.isMeant(it);
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (!OauthEndpoint.isError(evidence)) {
            return notApplicable(evidence.status() + " is no error of the endpoint's own");
        }
        if (evidence.response().body().truncated()) {
            return inconclusive("the body is longer than the client reads");
        }
        JsonNode body = evidence.body().object();
        if (body == null) {
            return violated(
                    "a JSON object with 'error'",
                    evidence.body().isEmpty()
                            ? "an empty body"
                            : evidence.body().beginning());
        }
        JsonNode error = body.path("error");
        return error.isString() && !error.asString().isBlank()
                ? passed()
                : violated("'error' as a string", error.isMissingNode() ? "no 'error'" : "'error': " + error);
    }
}
