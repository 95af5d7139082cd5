package dev.naysayer.engine.rule.comparison.page;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.ADVICE;

import dev.naysayer.dsl.Browsers;
import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.evidence.CorsFields;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Standing;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.comparison.Answer;
import dev.naysayer.engine.rule.comparison.Differing;
import dev.naysayer.engine.rule.comparison.Probe;
import dev.naysayer.engine.rule.comparison.Question;
import dev.naysayer.engine.standard.SpecReference;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A page that may read an answer may read seven of its fields; the challenge is none of them. */
final class RefusalExposesHeaders implements OfPages {

    /** What the profile asks for where the suite names nothing. */
    private static final List<String> CHALLENGE = List.of("WWW-Authenticate");

    private static final RuleInfo INFO = rule(
                    "refusal-exposes-headers", ADVICE, SpecReference.fetch("HTTP responses"), PROFILE)
            .summary("A page can read the headers of a refusal that it needs")
            .why(
                    "Without WWW-Authenticate a page learns that it was refused, and not why: to refresh, to ask for a right, or to log in.")
            .clients("They guess from the status alone, and log the user out where a refresh would do.")
            .fix("Name the headers in Access-Control-Expose-Headers, of refusals too.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public @Nullable Standing declared(Suite suite) {
        Browsers browsers = suite.browsers();
        return browsers == null || browsers.expose().isEmpty() ? null : PROMISED;
    }

    @Override
    public List<Question> questions(List<Answer> answers) {
        return PageQuestions.answered(answers);
    }

    @Override
    public Verdict judge(List<Answer> answers) {
        List<Answer> readable = Pages.to(Probe.ORIGIN, answers).stream()
                .filter(it -> it.evidence().isRefusal()
                        && Pages.of(it).fault(it.evidence().response()) == null)
                .filter(it -> present(it).findAny().isPresent())
                .toList();
        if (readable.isEmpty()) {
            return Verdict.notApplicable(
                    Pages.silence(answers, suite -> "no refusal that a page may read has one of these headers"));
        }
        List<Answer> broken =
                readable.stream().filter(it -> !hidden(it).isEmpty()).toList();
        List<String> expected = broken.stream()
                .map(it -> "%s with %s".formatted(CorsFields.EXPOSE_HEADERS, String.join(", ", hidden(it))))
                .toList();
        return Differing.verdict(
                Differing.some(expected, "; "),
                broken.stream()
                        .map(it -> "%s: %d with %s"
                                .formatted(
                                        Pages.name(it),
                                        it.status(),
                                        AnswerAllowsOrigin.field(it.evidence().response(), CorsFields.EXPOSE_HEADERS)))
                        .toList());
    }

    private static List<String> hidden(Answer answer) {
        Response response = answer.evidence().response();
        return present(answer)
                .filter(name -> !Pages.of(answer).reads(response, name))
                .toList();
    }

    /** What is not there cannot be read anyway. */
    private static Stream<String> present(Answer answer) {
        Browsers browsers = answer.it().suite().browsers();
        List<String> named = browsers == null ? List.of() : browsers.expose();
        return (named.isEmpty() ? CHALLENGE : named)
                .stream()
                        .filter(name ->
                                !answer.evidence().response().headers(name).isEmpty());
    }
}
