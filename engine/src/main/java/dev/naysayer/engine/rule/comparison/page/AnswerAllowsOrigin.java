package dev.naysayer.engine.rule.comparison.page;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.ADVICE;

import dev.naysayer.engine.evidence.CorsFields;
import dev.naysayer.engine.evidence.PageRequest;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.comparison.Answer;
import dev.naysayer.engine.rule.comparison.Differing;
import dev.naysayer.engine.rule.comparison.Probe;
import dev.naysayer.engine.rule.comparison.Question;
import dev.naysayer.engine.standard.SpecReference;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A refusal that lacks the field of the success is a network error to a page.
 *
 * <p>Where nothing of an operation allows the origin, neither a preflight nor any answer, the preflight's rule tells it.
 */
final class AnswerAllowsOrigin implements OfPages {

    private static final RuleInfo INFO = rule(
                    "answer-allows-origin", ADVICE, SpecReference.fetch("HTTP responses"), PROFILE)
            .summary("A refusal allows the origin of the page as a success does")
            .why(
                    "A page cannot tell a 401 without the field from a broken network, so it never asks the user to log in again.")
            .clients("The page is told of a network error; it tries again, or says that there is no connection.")
            .fix(
                    "Add the CORS headers before credentials are checked, also to what error handlers and gateways answer.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Question> questions(List<Answer> answers) {
        return Stream.concat(PageQuestions.preflights(answers).stream(), PageQuestions.answered(answers).stream())
                .toList();
    }

    @Override
    public Verdict judge(List<Answer> answers) {
        List<Answer> asked = Pages.to(Probe.ORIGIN, answers);
        List<Answer> preflights = Pages.to(Probe.PREFLIGHT, answers);
        Set<String> first = places(preflights.stream());
        Set<String> open = places(Stream.concat(preflights.stream(), asked.stream())
                .filter(it ->
                        PreflightRule.isAllowed(Pages.of(it), it.evidence().response())));
        List<Answer> spoken = asked.stream()
                .filter(it -> !first.contains(place(it)) || open.contains(place(it)))
                .toList();
        if (spoken.isEmpty()) {
            return Verdict.notApplicable(
                    asked.isEmpty()
                            ? Pages.silence(answers, suite -> "there was nothing to ask for a page")
                            : "no page may ask at all, which the rules about preflights tell");
        }
        List<Answer> broken = spoken.stream()
                .filter(it ->
                        !PreflightRule.isAllowed(Pages.of(it), it.evidence().response()))
                .toList();
        return Differing.verdict(
                Differing.some(broken.stream().map(it -> right(Pages.of(it))).toList(), "; "),
                broken.stream().map(AnswerAllowsOrigin::line).toList());
    }

    /** What has the same preflight: {@code GET /orders} of a page. */
    private static Set<String> places(Stream<Answer> answers) {
        return answers.map(AnswerAllowsOrigin::place).collect(Collectors.toSet());
    }

    private static String place(Answer answer) {
        PageRequest page = Pages.of(answer);
        return "%s %s from %s".formatted(page.method(), answer.it().operation().path(), page.origin());
    }

    private static String line(Answer answer) {
        return "%s: %d with %s"
                .formatted(
                        Pages.name(answer),
                        answer.status(),
                        words(Pages.of(answer), answer.evidence().response()));
    }

    /** What would allow the origin. */
    static String right(PageRequest page) {
        return "%s: %s%s"
                .formatted(
                        CorsFields.ALLOW_ORIGIN,
                        page.origin(),
                        page.include() ? ", and %s: true".formatted(CorsFields.ALLOW_CREDENTIALS) : "");
    }

    /** What came in its place. */
    static String words(PageRequest page, Response answer) {
        return field(
                answer,
                page.fault(answer) == PageRequest.Fault.CREDENTIALS_NOT_ALLOWED
                        ? CorsFields.ALLOW_CREDENTIALS
                        : CorsFields.ALLOW_ORIGIN);
    }

    /** {@code Access-Control-Allow-Origin: *}, or that there is none. */
    static String field(Response answer, String name) {
        String value = CorsFields.value(answer, name);
        return value == null ? "no " + name : "%s: %s".formatted(name, value);
    }
}
