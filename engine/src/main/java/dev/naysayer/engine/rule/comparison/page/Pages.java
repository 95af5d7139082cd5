package dev.naysayer.engine.rule.comparison.page;

import dev.naysayer.dsl.Browsers;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Suite;
import dev.naysayer.dsl.Template;
import dev.naysayer.engine.credential.Credentials;
import dev.naysayer.engine.credential.Presentation;
import dev.naysayer.engine.evidence.CorsFields;
import dev.naysayer.engine.evidence.PageRequest;
import dev.naysayer.engine.rule.comparison.Answer;
import dev.naysayer.engine.rule.comparison.Probe;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a page asked for, read again from the answer to it; and the words in which that is told. */
final class Pages {

    private Pages() {}

    /** Whether the browser adds cookies. */
    static boolean includes(Suite suite) {
        Browsers browsers = suite.browsers();
        boolean cookie = suite.credentials().stream()
                .map(Credentials::carriage)
                .flatMap(Optional::stream)
                .anyMatch(how -> how.place() == Presentation.Place.COOKIE);
        return browsers != null && browsers.includes(cookie);
    }

    /** What the page asks for that an answer is to: to a preflight, what follows it. */
    static PageRequest of(Answer answer) {
        Operation asked = answer.it().operation();
        String headers = sent(asked, CorsFields.REQUEST_HEADERS);
        return new PageRequest(
                origin(answer),
                answer.probe() == Probe.PREFLIGHT ? sent(asked, CorsFields.REQUEST_METHOD) : asked.method(),
                headers.isEmpty() ? List.of() : List.of(headers.split(",", -1)),
                includes(answer.it().suite()));
    }

    /** Where the page comes from that an answer is to. */
    static String origin(Answer answer) {
        return sent(answer.it().operation(), CorsFields.ORIGIN);
    }

    private static String sent(Operation operation, String name) {
        return operation.fields().header(name).map(Template::toString).orElse("");
    }

    /** The answers to one kind of question. */
    static List<Answer> to(Probe probe, List<Answer> answers) {
        return answers.stream().filter(it -> it.probe() == probe).toList();
    }

    /** {@code OPTIONS /orders for GET}, {@code GET /orders › no-token}; with its origin where the suite has several. */
    static String name(Answer answer) {
        Operation asked = answer.it().operation();
        Browsers browsers = answer.it().suite().browsers();
        String name = answer.probe() == Probe.PREFLIGHT
                ? asked.name() + " for " + sent(asked, CorsFields.REQUEST_METHOD)
                : answer.it().name();
        return browsers == null || browsers.origins().size() < 2 ? name : name + " from " + origin(answer);
    }

    /** Why a rule has nothing to look at. */
    static String silence(List<Answer> answers, Function<Suite, String> otherwise) {
        Suite suite = answers.isEmpty() ? null : answers.get(0).it().suite();
        return suite == null || suite.browsers() == null
                ? "the suite names no pages: 'browsers: https://app.example' would"
                : otherwise.apply(suite);
    }
}
