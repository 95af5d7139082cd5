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
import java.util.stream.Stream;

/** Where a request includes credentials, {@code *} stands for nothing but a star. */
final class NoWildcardWithCredentials implements OfPages {

    private static final RuleInfo INFO = rule(
                    "no-wildcard-with-credentials",
                    ADVICE,
                    SpecReference.fetch("CORS protocol and credentials"),
                    PROFILE)
            .summary("Where pages include credentials, origin, methods and headers are named and not '*'")
            .why("A browser that sends cookies takes '*' for no permission, lest any page read what a user may see.")
            .clients("The page is told of a network error, and works once credentials are left out.")
            .fix("Answer with the page's own origin, and name methods and headers one by one.");

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
        List<Answer> including = Stream.of(Probe.PREFLIGHT, Probe.ORIGIN)
                .flatMap(probe -> Pages.to(probe, answers).stream())
                .filter(it -> Pages.of(it).include())
                .toList();
        if (including.isEmpty()) {
            return Verdict.notApplicable(Pages.silence(answers, suite -> "no page includes credentials"));
        }
        return Differing.verdict(
                "names in the place of *",
                including.stream()
                        .flatMap(it -> stars(it)
                                .map(field -> "%s: %s"
                                        .formatted(
                                                Pages.name(it),
                                                AnswerAllowsOrigin.field(
                                                        it.evidence().response(), field))))
                        .toList());
    }

    /** The fields in which a star keeps the page from what it asked for. */
    private static Stream<String> stars(Answer answer) {
        PageRequest page = Pages.of(answer);
        Response response = answer.evidence().response();
        Stream<String> origin = page.fault(response) == PageRequest.Fault.ANY_WITH_CREDENTIALS
                ? Stream.of(CorsFields.ALLOW_ORIGIN)
                : Stream.empty();
        if (answer.probe() != Probe.PREFLIGHT || !PageRequest.isOk(response)) {
            return origin;
        }
        Stream<String> methods =
                page.allowsMethod(response) ? Stream.empty() : star(response, CorsFields.ALLOW_METHODS);
        Stream<String> headers =
                page.notAllowed(response).isEmpty() ? Stream.empty() : star(response, CorsFields.ALLOW_HEADERS);
        return Stream.concat(origin, Stream.concat(methods, headers));
    }

    private static Stream<String> star(Response response, String field) {
        return PageRequest.hasAny(response, field) ? Stream.of(field) : Stream.empty();
    }
}
