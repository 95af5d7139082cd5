package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.SHOULD;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.ErrorBody;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;

/** A program needs a code or a member that it can compare; of a sentence it understands nothing. */
final class ClientInformed implements Rule {

    private static final RuleInfo INFO = rule("client-informed", SHOULD, rfc(6749, "7.2"))
            .summary("A program can read from a refusal what is wrong with the token")
            .why("From the bare status nobody learns whether to refresh, to ask for rights, or to mend the request.")
            .clients("They refresh a token that was not the trouble, and give up when the next is refused as well.")
            .fix("Send an error code in the challenge, or a JSON body that tells the reason.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (it.expectation().includesError(null)) {
            return notApplicable("no error code need be there");
        }
        if (evidence.response().body().truncated()) {
            return notApplicable("the body is longer than the client reads");
        }
        boolean told = evidence.challenges().stream()
                .anyMatch(challenge -> !challenge.params("error").isEmpty());
        return told || tells(evidence.body())
                ? passed()
                : violated("an error in the challenge, or a body for programs", actual(evidence.body()));
    }

    private static boolean tells(ErrorBody body) {
        boolean xml = body.mediaType() != null && body.mediaType().matches(".*[/+]xml");
        return (body.object() != null && !body.object().isEmpty()) || (xml && !body.isEmpty());
    }

    private static String actual(ErrorBody body) {
        return body.isEmpty() ? "neither" : "no error, and " + body.beginning();
    }
}
