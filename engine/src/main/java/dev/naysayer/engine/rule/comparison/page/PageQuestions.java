package dev.naysayer.engine.rule.comparison.page;

import dev.naysayer.dsl.Browsers;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Promise;
import dev.naysayer.dsl.RequestBody;
import dev.naysayer.dsl.RequestFields;
import dev.naysayer.dsl.Template;
import dev.naysayer.engine.credential.Credentials;
import dev.naysayer.engine.credential.Presentation;
import dev.naysayer.engine.credential.Presents;
import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.credential.condition.CredentialConditions;
import dev.naysayer.engine.evidence.CorsFields;
import dev.naysayer.engine.evidence.PageRequest;
import dev.naysayer.engine.plan.CaseRole;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.comparison.Answer;
import dev.naysayer.engine.rule.comparison.Probe;
import dev.naysayer.engine.rule.comparison.Question;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a browser asks for the pages that a suite names.
 *
 * <p>Problem: whether a page can read an answer shows only where it is asked as a browser asks. Constraint: a run has thousands of
 * cases, and all of an operation are answered by the same filters. Choice: for each operation and origin one preflight, one case of each
 * status with which it refuses, and its control where that changes nothing; once more the control for an origin that nobody has, and for
 * {@code null}.
 */
final class PageQuestions {

    /** Nobody has a name that ends so (RFC 6761 section 6.4), and what only looks how an origin begins takes it for its own. */
    private static final String NOBODYS = ".naysayer.invalid";

    private PageQuestions() {}

    /** The preflights that a browser would send; none where it asks nothing before, or where a credential is part of the URL. */
    static List<Question> preflights(List<Answer> answers) {
        return once(cases(answers)
                .filter(it -> carriages(it).noneMatch(how -> how.place() == Presentation.Place.QUERY))
                .flatMap(it -> origins(it).map(origin -> request(it, origin)).flatMap(page -> preflight(it, page))));
    }

    private static Stream<Question> preflight(ContractCase it, PageRequest page) {
        if (!page.needsPreflight()) {
            return Stream.empty();
        }
        Stream<RequestFields.Field> fields = Stream.concat(
                Stream.of(field(CorsFields.ORIGIN, page.origin()), field(CorsFields.REQUEST_METHOD, page.method())),
                page.headers().isEmpty() ? Stream.empty() : Stream.of(field(CorsFields.REQUEST_HEADERS, page.asked())));
        Operation asked = it.operation();
        RequestFields query = new RequestFields(List.of(), asked.fields().query());
        Operation first =
                asked.with("OPTIONS", asked.path()).plain().adding(new RequestFields(fields.toList(), query.query()));
        ContractCase nobody = new ContractCase(
                it.suite(),
                first,
                Presents.nothing(it.presents().varied(), ""),
                CredentialConditions.named("no-token"),
                it.expectation(),
                Promise.NONE,
                it.at(),
                CaseRole.SCENARIO,
                null);
        return Stream.of(new Question(Probe.PREFLIGHT, nobody));
    }

    /** One refusal of each status, and the control where it changes nothing. */
    static List<Question> answered(List<Answer> answers) {
        Map<String, Answer> some = new LinkedHashMap<>();
        Stream<Answer> refusals = answers.stream()
                .filter(it -> it.refusesCase() && it.it().condition().info().safe())
                // What carries nothing can do no harm.
                .sorted(Comparator.comparing(it -> it.it().condition().need() != TokenNeed.Kind.NONE));
        Stream.concat(controls(answers), refusals)
                .forEach(it -> some.putIfAbsent("%s %d".formatted(it.operation(), it.status()), it));
        return once(some.values().stream()
                .map(Answer::it)
                .flatMap(it -> origins(it).map(origin -> from(Probe.ORIGIN, it, origin))));
    }

    /** The controls as a page of somebody else would ask. */
    static List<Question> fromElsewhere(List<Answer> answers) {
        return once(controls(answers)
                .map(Answer::it)
                .flatMap(it -> origins(it).map(origin -> from(Probe.UNKNOWN_ORIGIN, it, nobodys(origin)))));
    }

    /** The controls as a page asks whose origin the browser does not tell; it is the same for all of these. */
    static List<Question> fromNowhere(List<Answer> answers) {
        return once(controls(answers)
                .map(Answer::it)
                .filter(it -> it.suite().browsers() != null)
                .map(it -> from(Probe.NULL_ORIGIN, it, CorsFields.NULL)));
    }

    private static Stream<Answer> controls(List<Answer> answers) {
        Map<String, Answer> first = new LinkedHashMap<>();
        answers.stream()
                .filter(it -> it.probe() == null && it.it().role() == CaseRole.CONTROL)
                .filter(it -> !it.it().operation().mutates()
                        && !it.it().operation().endsSession()
                        && it.it().letsIn(it.status()))
                .forEach(it -> first.putIfAbsent(it.operation(), it));
        return first.values().stream();
    }

    private static Question from(Probe probe, ContractCase it, String origin) {
        RequestFields fields = new RequestFields(List.of(field(CorsFields.ORIGIN, origin)), List.of());
        return new Question(probe, it.on(it.operation().adding(fields)));
    }

    private static RequestFields.Field field(String name, String value) {
        return new RequestFields.Field(name, Template.of(value));
    }

    private static Stream<ContractCase> cases(List<Answer> answers) {
        return answers.stream()
                .filter(it -> it.probe() == null && it.it().role() != CaseRole.CONTROL_AFTER)
                .map(Answer::it);
    }

    private static Stream<String> origins(ContractCase it) {
        Browsers browsers = it.suite().browsers();
        return browsers == null ? Stream.empty() : browsers.origins().stream();
    }

    /** {@code https://app.example.naysayer.invalid:8443} for {@code https://app.example:8443}. */
    static String nobodys(String origin) {
        int port = origin.lastIndexOf(':');
        boolean hasPort = port > origin.indexOf("://") && !origin.endsWith("]");
        String name = hasPort ? origin.substring(0, port) : origin;
        // Behind an address nothing can stand.
        String host = name.endsWith("]") ? name.substring(0, name.indexOf('[')) + NOBODYS.substring(1) : name + NOBODYS;
        return hasPort ? host + origin.substring(port) : host;
    }

    private static PageRequest request(ContractCase it, String origin) {
        Browsers browsers = Objects.requireNonNull(it.suite().browsers());
        Stream<String> ofCredentials = carriages(it)
                .filter(how -> how.place() == Presentation.Place.HEADER)
                .map(Presentation::name);
        return PageRequest.of(
                origin,
                it.operation().method(),
                Stream.concat(ofCredentials, browsers.headers().stream()).toList(),
                mediaType(it.operation().body()),
                Pages.includes(it.suite()));
    }

    private static @Nullable String mediaType(@Nullable RequestBody body) {
        return body == null ? null : Objects.requireNonNullElse(body.mediaType(), RequestBody.JSON);
    }

    private static Stream<Presentation> carriages(ContractCase it) {
        return it.presents().all().map(Credentials::carriage).flatMap(Optional::stream);
    }

    /** Each of an operation's cases leads to the same question. */
    private static List<Question> once(Stream<Question> questions) {
        Map<String, Question> byName = new LinkedHashMap<>();
        questions.forEach(it -> byName.putIfAbsent(it.name(), it));
        return List.copyOf(byName.values());
    }
}
