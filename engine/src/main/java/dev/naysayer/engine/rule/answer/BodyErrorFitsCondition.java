package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.ADVICE;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.dsl.Expectation;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.Words;
import dev.naysayer.engine.standard.Registered;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The code in the body, where no challenge has one.
 *
 * <p>The registered codes mean the same wherever they stand, though the standard speaks of challenges only; an API's own codes
 * nobody else can judge.
 */
final class BodyErrorFitsCondition implements Rule {

    private static final RuleInfo INFO = rule("body-error-fits-condition", ADVICE, rfc(6750, "3.1"))
            .summary("Where the body alone has an error code, it says what is wrong with the credential")
            .why(
                    "Clients that find no challenge decide by the code of the body, and a wrong one sends them the wrong way.")
            .clients(
                    "On invalid_token they refresh, on insufficient_scope they ask for rights; neither helps where it is the other.")
            .fix("Map each reason for a refusal to its registered code, and send it in a challenge, too.");

    private static final List<String> CODES = List.of("/error", "/code", "/error_code", "/errorCode", "/error/code");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (!"Bearer".equals(it.scheme().challengeScheme())) {
            return notApplicable("the codes are those of bearer tokens");
        }
        if (!evidence.errors(it.scheme().challengeScheme()).isEmpty()) {
            return notApplicable("a challenge has the code");
        }
        JsonNode body = evidence.body().object();
        Optional<String> code = body == null
                ? Optional.empty()
                : CODES.stream()
                        .map(member -> body.at(member).asString(""))
                        .filter(Registered.ERRORS::contains)
                        .findFirst();
        if (code.isEmpty()) {
            return notApplicable("the body has no registered code");
        }
        return it.expectation().includesError(code.get()) ? passed() : violated(expected(it.expectation()), code.get());
    }

    private static String expected(Expectation expected) {
        return Words.or(expected.errors().stream()
                .map(code -> code.equals(Expectation.NO_ERROR) ? "no error code" : code)
                .toList());
    }
}
