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
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The standard has this form for token endpoints; whoever chooses the profile lets the API answer in the same one. */
final class OauthJsonRequired implements Rule {

    private static final RuleInfo INFO = rule("oauth-json-required", MUST, rfc(6749, "5.2"), "oauth-json")
            .summary("The body is a JSON object whose error is that of the challenge")
            .why("A client that reads the body learns nothing, or something else than one that reads the header.")
            .clients("They read error as they do from a token endpoint, and fail where it is missing.")
            .fix("Write error into the body, from the value that goes into the challenge.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (evidence.answersHead()) {
            return notApplicable("an answer to HEAD has no body");
        }
        if (evidence.response().body().truncated()) {
            return inconclusive("the body is longer than the client reads");
        }
        JsonNode body = evidence.body().object();
        if (body == null) {
            return violated(
                    "a JSON object",
                    evidence.body().isEmpty()
                            ? "an empty body"
                            : evidence.body().beginning());
        }
        // Without a credential there is no error to tell (RFC 6750 section 3.1), so nothing has to stand there.
        return it.expectation().expectsNoError()
                ? passed()
                : error(body, evidence.errors(it.scheme().challengeScheme()));
    }

    private static Verdict error(JsonNode body, List<String> challenged) {
        JsonNode error = body.path("error");
        if (!error.isString()) {
            return violated("'error' as a string", error.isMissingNode() ? "no 'error'" : "'error': " + error);
        }
        return challenged.stream()
                .filter(code -> !code.equals(error.asString()))
                .findFirst()
                .map(code -> violated("'error': \"%s\"".formatted(code), "'error': " + error))
                .orElse(passed());
    }
}
