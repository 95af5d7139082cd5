package dev.naysayer.engine.rule.comparison.page;

import dev.naysayer.engine.evidence.PageRequest;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.comparison.Answer;
import dev.naysayer.engine.rule.comparison.Differing;
import dev.naysayer.engine.rule.comparison.Probe;
import dev.naysayer.engine.rule.comparison.Question;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A rule about the answers to preflights. Each looks only at those of which no rule before it speaks: one fact is told once. */
abstract class PreflightRule implements OfPages {

    /** Whether nothing that another rule tells stands in the way. */
    abstract boolean speaksOf(PageRequest page, Response preflight);

    /** What is wrong, in words before the name of the preflight; null where nothing is. */
    abstract @Nullable String fault(PageRequest page, Response preflight);

    /** What would be right. */
    abstract String expected(PageRequest page);

    @Override
    public List<Question> questions(List<Answer> answers) {
        return PageQuestions.preflights(answers);
    }

    @Override
    public Verdict judge(List<Answer> answers) {
        List<Answer> preflights = Pages.to(Probe.PREFLIGHT, answers);
        List<Answer> spoken = preflights.stream()
                .filter(it -> speaksOf(Pages.of(it), it.evidence().response()))
                .toList();
        if (spoken.isEmpty()) {
            return Verdict.notApplicable(
                    preflights.isEmpty()
                            ? Pages.silence(answers, suite -> "for none of these requests a browser asks first")
                            : "no preflight came so far, or none asked for it");
        }
        List<String> faults = spoken.stream().flatMap(this::line).toList();
        List<String> expected = spoken.stream()
                .filter(it -> line(it).findAny().isPresent())
                .map(it -> expected(Pages.of(it)))
                .toList();
        return Differing.verdict(Differing.some(expected, "; "), faults);
    }

    private Stream<String> line(Answer answer) {
        String fault = fault(Pages.of(answer), answer.evidence().response());
        return fault == null ? Stream.empty() : Stream.of("%s: %s".formatted(Pages.name(answer), fault));
    }

    /** Whether the origin may ask at all; {@code *} beside credentials another rule tells. */
    static boolean isAllowed(PageRequest page, Response answer) {
        PageRequest.Fault fault = page.fault(answer);
        return fault == null || fault == PageRequest.Fault.ANY_WITH_CREDENTIALS;
    }
}
