package dev.naysayer.engine.rule.comparison;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.Level.SHOULD;

import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.Clause;
import dev.naysayer.engine.standard.SpecReference;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** HEAD is GET without the content, also where both are refused; it gives away the fields of what GET refuses. */
final class HeadAsGet implements Comparison {

    private static final Clause IDENTICAL = new Clause(MUST, SpecReference.rfc(9110, "9.3.2"));

    private static final RuleInfo INFO = rule("head-as-get", SHOULD, SpecReference.rfc(9110, "9.3.2"))
            .summary("HEAD is refused as GET is, with the same status and challenge")
            .why("A check that looks at GET alone leaves HEAD open, and tells by it what is there.")
            .clients("They ask with HEAD first to learn how to authenticate, and learn something else.")
            .fix("Route HEAD through everything that GET goes through.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean concerns(List<ContractCase> planned) {
        Set<String> heads = paths(planned, "HEAD");
        return paths(planned, "GET").stream().anyMatch(path -> heads.contains(path) || allows(planned));
    }

    private static boolean allows(List<ContractCase> planned) {
        return Probe.HEAD.isAllowedBy(planned.get(0).suite());
    }

    private static Set<String> paths(List<ContractCase> planned, String method) {
        return planned.stream()
                .filter(Answer::isPlanned)
                .map(ContractCase::operation)
                .filter(operation -> operation.method().equals(method))
                .map(operation -> operation.path())
                .collect(Collectors.toSet());
    }

    @Override
    public List<Question> questions(List<Answer> answers) {
        Set<String> asked = answers.stream()
                .filter(it -> it.evidence().answersHead())
                .map(it -> it.it().name())
                .collect(Collectors.toSet());
        return answers.stream()
                .filter(it -> it.refusesCase() && it.it().operation().method().equals("GET"))
                .map(it -> it.it()
                        .on(it.it().operation().with("HEAD", it.it().operation().path())))
                .filter(it -> !asked.contains(it.name()))
                .map(it -> new Question(Probe.HEAD, it))
                .toList();
    }

    @Override
    public Verdict judge(List<Answer> answers) {
        Function<Answer, String> by = it -> it.it().operation().path() + " › " + who(it);
        Set<String> heads = answers.stream()
                .filter(it -> it.evidence().answersHead())
                .map(by)
                .collect(Collectors.toSet());
        List<Answer> pairs = answers.stream()
                .filter(it -> it.refusesCase() || it.evidence().answersHead())
                .filter(it -> Set.of("GET", "HEAD").contains(it.it().operation().method()))
                .filter(it -> heads.contains(by.apply(it)))
                .toList();
        if (pairs.stream().allMatch(it -> it.evidence().answersHead())) {
            return Verdict.notApplicable("no GET was refused for which there is a HEAD");
        }
        Set<String> open = pairs.stream().filter(GotThrough::is).map(by).collect(Collectors.toSet());
        return Differing.verdict(
                "the same status and challenge",
                Stream.concat(differences(pairs, by, it -> open.contains(by.apply(it))).stream(), content(pairs))
                        .toList(),
                IDENTICAL,
                differences(pairs, by, it -> !open.contains(by.apply(it))));
    }

    /** Subjects are refused for reasons of their own. */
    private static String who(Answer answer) {
        return answer.it().isDenied() ? answer.it().scenario() : answer.variation();
    }

    /** Of an operation's own answers another rule tells it. */
    private static Stream<String> content(List<Answer> pairs) {
        return pairs.stream()
                .filter(it -> it.probe() == Probe.HEAD
                        && !it.evidence().response().body().isEmpty())
                .map(it -> "%d bytes behind the head of %s"
                        .formatted(
                                it.evidence().response().body().bytes().length,
                                it.it().name()));
    }

    private static List<String> differences(List<Answer> pairs, Function<Answer, String> by, Predicate<Answer> which) {
        return Differing.lines(
                pairs.stream().filter(which).toList(),
                by,
                HeadAsGet::fields,
                it -> it.it().operation().method());
    }

    private static String fields(Answer answer) {
        Appearance appearance = Appearance.of(answer);
        return "%d, %s".formatted(appearance.status(), appearance.challenge());
    }
}
