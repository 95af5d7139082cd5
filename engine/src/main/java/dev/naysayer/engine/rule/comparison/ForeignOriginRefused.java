package dev.naysayer.engine.rule.comparison;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.MUST;

import dev.naysayer.dsl.RequestFields;
import dev.naysayer.dsl.Template;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.SpecReference;
import java.util.List;

/** A page of an origin that nobody has, which found its way to the server by a name that it had rebound. */
final class ForeignOriginRefused implements Comparison {

    /** RFC 2606 section 2: no host is ever called so. */
    private static final String ORIGIN = "https://naysayer.invalid";

    private static final RuleInfo INFO = rule(
                    "foreign-origin-refused",
                    MUST,
                    SpecReference.mcp("2025-11-25", "basic/transports", "Security Warning"),
                    MetadataSearch.MCP)
            .summary("A request for a page of an origin that is not allowed is refused with 403")
            .why("A page that somebody visits can make the browser call a server on the same machine or network.")
            .clients("Programs send no Origin and notice nothing; browsers do what the page says.")
            .fix(
                    "Compare Origin, where there is one, with a list of those that are allowed, and answer 403 to all others.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean concerns(List<ContractCase> planned) {
        return planned.stream().anyMatch(it -> it.control() && Probe.FOREIGN_ORIGIN.isAllowedBy(it.suite()));
    }

    @Override
    public List<Question> questions(List<Answer> answers) {
        return answers.stream()
                .filter(it -> it.probe() == null && it.it().control())
                .filter(it -> it.it().letsIn(it.status()))
                // The credential is good, so what changes something would change it once more.
                .filter(it -> !it.it().operation().mutates())
                .limit(1)
                .map(it -> new Question(
                        Probe.FOREIGN_ORIGIN, it.it().on(it.it().operation().adding(field()))))
                .toList();
    }

    private static RequestFields field() {
        return new RequestFields(List.of(new RequestFields.Field("Origin", Template.of(ORIGIN))), List.of());
    }

    @Override
    public Verdict judge(List<Answer> answers) {
        return answers.stream()
                .filter(it -> it.probe() == Probe.FOREIGN_ORIGIN)
                .findFirst()
                .map(it -> it.status() == 403
                        ? Verdict.passed()
                        : Verdict.violated(
                                "403 for Origin: " + ORIGIN, "%d from %s".formatted(it.status(), it.operation())))
                .orElseGet(() -> Verdict.notApplicable("no operation that changes nothing let the good credential in"));
    }
}
