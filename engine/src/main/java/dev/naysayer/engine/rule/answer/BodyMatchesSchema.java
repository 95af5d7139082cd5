package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.inconclusive;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;

import dev.naysayer.dsl.BodySchema;
import dev.naysayer.dsl.Declared;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.SpecReference;
import java.util.List;

/** Every refusal of a suite has one body shape. */
final class BodyMatchesSchema implements Rule {

    private static final RuleInfo INFO = rule("body-matches-schema", MUST, SpecReference.SUITE)
            .summary("The error body matches the declared schema")
            .why("Clients that read the body by its contract fail on exactly the answers that should help them.")
            .clients("They read the fields they were promised, find none, and show a general error or crash.")
            .fix(
                    "Answer every refusal from one place that writes the declared body, gateway and framework errors included.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleInfo info(ContractCase it) {
        return INFO.of(it.promise().schema());
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        BodySchema schema = Declared.valueOf(it.promise().schema());
        if (schema == null) {
            return notApplicable("the suite declares no schema");
        }
        if (evidence.answersHead()) {
            return notApplicable("an answer to HEAD has no body");
        }
        if (evidence.response().body().truncated()) {
            return inconclusive("the body is longer than the client reads");
        }
        if (evidence.body().json() == null) {
            return violated("a body that matches " + schema.name(), fault(evidence));
        }
        try {
            List<String> violations = schema.violations(evidence.body().json().toString());
            return violations.isEmpty()
                    ? passed()
                    : violated("a body that matches " + schema.name(), String.join("\n", violations));
        } catch (BodySchema.Undecided e) {
            return inconclusive("the schema %s, held against this body, %s".formatted(schema.name(), e.getMessage()));
        }
    }

    /** What is there in place of JSON. */
    static String fault(Evidence evidence) {
        return evidence.body().isEmpty()
                ? "an empty body"
                : "no JSON (%s): %s"
                        .formatted(evidence.body().fault(), evidence.body().beginning());
    }
}
