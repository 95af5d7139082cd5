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
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** RFC 8259 has no parameter for another encoding, so a charset beside the media type does not help. */
final class JsonIsUtf8 implements Rule {

    private static final RuleInfo INFO = rule("json-is-utf-8", MUST, rfc(8259, "8.1"))
            .summary("A JSON body is UTF-8 without a byte order mark")
            .why("A strict parser stops at the first stray byte, and a lenient one shows other letters.")
            .clients("They raise a parse error in place of the refusal, or show broken words.")
            .fix("Encode JSON as UTF-8 wherever it is written, and write no mark before it.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (!evidence.body().claimsJson() || evidence.body().isEmpty()) {
            return notApplicable("the body does not claim to be JSON");
        }
        if (evidence.response().body().truncated()) {
            return inconclusive("the body is longer than the client reads");
        }
        if (evidence.body().text().startsWith("\uFEFF")) {
            return violated("no byte order mark", "one before the JSON");
        }
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(evidence.response().body().bytes()));
            return passed();
        } catch (CharacterCodingException e) {
            return violated("UTF-8", evidence.body().beginning());
        }
    }
}
