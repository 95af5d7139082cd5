package dev.naysayer.engine.rule;

import static dev.naysayer.engine.rule.Level.SHOULD;
import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.SpecReference.rfc;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;

/** A body has a Content-Type, that of the suite where it declares one, and is what it says. */
final class MediaTypeFitsBody implements Rule {

    private static final RuleInfo INFO = rule("media-type-fits-body", SHOULD, rfc(9110, "8.3"))
            .summary("Content-Type names what the body is")
            .why(
                    "Clients choose their parser by it: JSON labelled as HTML is never parsed, HTML labelled as JSON is a crash.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (evidence.body().isEmpty()) {
            return notApplicable("there is no body");
        }
        String declared = it.suite().refusals().mediaType();
        String actual = evidence.body().mediaType();
        if (declared != null && !declared.equalsIgnoreCase(actual)) {
            return violated(declared, actual == null ? "no Content-Type" : actual);
        }
        if (actual == null) {
            return violated("a Content-Type", "none");
        }
        boolean json = evidence.body().json() != null && evidence.body().json().isContainer();
        if (evidence.response().body().truncated() || json == evidence.body().claimsJson()) {
            return passed();
        }
        return json
                ? violated(
                        "a JSON media type", actual + " for " + evidence.body().beginning())
                : violated("JSON, as " + actual + " promises", evidence.body().beginning());
    }
}
