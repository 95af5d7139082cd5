package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.AuthParam;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.List;

/** There is no other charset that a challenge may name. */
final class BasicCharsetUtf8 implements Rule {

    private static final RuleInfo INFO = rule("basic-charset-utf-8", MUST, rfc(7617, "2.1"))
            .summary("The charset of a Basic challenge is UTF-8")
            .why("A password with an umlaut is sent in bytes that the API does not expect, and is refused.")
            .clients("They ignore any other charset and pick one by themselves.")
            .fix("Say charset=\"UTF-8\" and read passwords so, or leave charset out.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        List<String> charsets = evidence.challenges("Basic").stream()
                .flatMap(challenge -> challenge.params("charset").stream())
                .map(AuthParam::value)
                .toList();
        if (charsets.isEmpty()) {
            return notApplicable("no Basic challenge has a charset");
        }
        return charsets.stream()
                .filter(charset -> !charset.equalsIgnoreCase("UTF-8"))
                .findFirst()
                .map(charset -> violated("charset=\"UTF-8\"", "charset=\"%s\"".formatted(charset)))
                .orElse(passed());
    }
}
