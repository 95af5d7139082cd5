package dev.naysayer.engine.rule.comparison;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.ADVICE;

import dev.naysayer.dsl.Operation;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.SpecReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** HTTP fixes no order; an API that mixes both tells strangers what it has, and where. */
final class AuthenticationFirst implements Comparison {

    private static final String ANONYMOUS = "no-token";

    /** Below an operation's path; the name says in an API's log who asked. */
    private static final String NOWHERE = "/naysayer-no-such-thing";

    private static final Set<Integer> REFUSED = Set.of(401, 403);
    private static final Set<Integer> NOT_THERE = Set.of(404, 405, 501);

    private static final Set<Probe> PROBES = Set.of(Probe.UNKNOWN_PATH, Probe.UNKNOWN_METHOD);

    private static final RuleInfo INFO = rule("authentication-first", ADVICE, SpecReference.rfc(9110, "15.5.2"))
            .summary("Who is asking comes before what is there, or the order that the suite declares, everywhere")
            .why("From 404 and 405 without a credential anybody can draw the map of the API.")
            .clients("Honest clients never ask for what is not there; a scanner tries names until one answers 401.")
            .fix("Check credentials before requests are routed, or say 'order: resource-first' where that is meant.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean concerns(List<ContractCase> planned) {
        return planned.stream().anyMatch(AuthenticationFirst::isAnonymous)
                && PROBES.stream()
                        .anyMatch(probe -> probe.isAllowedBy(planned.get(0).suite()));
    }

    private static boolean isAnonymous(ContractCase it) {
        return Answer.isPlanned(it) && it.condition().info().name().equals(ANONYMOUS);
    }

    @Override
    public List<Question> questions(List<Answer> answers) {
        List<Question> questions = new ArrayList<>();
        for (Answer answer : answers) {
            if (answer.refusesCase() && answer.condition().equals(ANONYMOUS)) {
                Operation operation = answer.it().operation();
                String path = withoutQuery(operation);
                ContractCase nobody = answer.it().alone();
                questions.add(new Question(Probe.UNKNOWN_PATH, nobody.on(operation.with("GET", path + NOWHERE))));
                foreignMethod(nobody)
                        .map(method -> operation.with(method, path))
                        .map(other -> new Question(Probe.UNKNOWN_METHOD, nobody.on(other)))
                        .forEach(questions::add);
            }
        }
        return once(questions);
    }

    /** Each of an operation's credentials may be the one that is left out, and none of them is presented here. */
    private static List<Question> once(List<Question> questions) {
        Map<String, Question> byName = new LinkedHashMap<>();
        questions.forEach(question -> byName.putIfAbsent(question.name(), question));
        return List.copyOf(byName.values());
    }

    private static String withoutQuery(Operation operation) {
        return operation.path().replaceFirst("\\?.*", "");
    }

    /** The first that the suite has not on this path; empty where it has all of them. */
    private static Stream<String> foreignMethod(ContractCase it) {
        Set<String> known = it.suite().operations().stream()
                .filter(operation -> withoutQuery(operation).equals(withoutQuery(it.operation())))
                .map(Operation::method)
                .collect(Collectors.toSet());
        return Stream.of("PATCH", "PUT", "DELETE", "POST")
                .filter(method -> !known.contains(method))
                .limit(1);
    }

    @Override
    public Verdict judge(List<Answer> answers) {
        List<Answer> asked = answers.stream()
                .filter(it -> it.probe() != null && PROBES.contains(it.probe()))
                .toList();
        if (asked.isEmpty()) {
            return Verdict.notApplicable("nothing was asked for that is not there");
        }
        boolean resourceFirst = asked.get(0).it().suite().refusals().resourceFirst();
        List<Answer> wrong = asked.stream()
                .filter(it -> !(resourceFirst ? NOT_THERE : REFUSED).contains(it.status()))
                .toList();
        return Differing.verdict(
                resourceFirst ? "404 or 405 for what is not there" : "401 or 403 for what is not there",
                told(wrong.stream().filter(it -> isServed(it, asked))),
                asked.get(0).it().admission(),
                told(wrong.stream().filter(it -> !isServed(it, asked))));
    }

    /** On a path that the suite protects; what answers everywhere alike is a page for everybody. */
    private static boolean isServed(Answer answer, List<Answer> asked) {
        return answer.probe() == Probe.UNKNOWN_METHOD
                && GotThrough.is(answer)
                && asked.stream()
                        .filter(it -> it.probe() == Probe.UNKNOWN_PATH)
                        .noneMatch(it -> Appearance.of(it).equals(Appearance.of(answer)));
    }

    private static List<String> told(Stream<Answer> answers) {
        return answers.map(it -> "%d from %s".formatted(it.status(), it.operation()))
                .toList();
    }
}
