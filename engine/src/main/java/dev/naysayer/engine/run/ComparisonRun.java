package dev.naysayer.engine.run;

import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.credential.LoginAnswer;
import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.Request;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.exchange.redaction.Redactor;
import dev.naysayer.engine.mover.Mover;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcomes;
import dev.naysayer.engine.outcome.Transcript;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.plan.Shard;
import dev.naysayer.engine.rule.TimedJudging;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.comparison.AcrossOperations;
import dev.naysayer.engine.rule.comparison.Answer;
import dev.naysayer.engine.rule.comparison.Comparison;
import dev.naysayer.engine.rule.comparison.Look;
import dev.naysayer.engine.rule.comparison.Probe;
import dev.naysayer.engine.rule.comparison.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One rule over several answers, from the answers there are to its outcome. */
final class ComparisonRun {

    /** More than these nobody reads. */
    private static final int TOLD = 6;

    private final CaseRun line;
    private final Shard shard;
    private final Asking asking;
    private final Map<String, Probing> probed = new ConcurrentHashMap<>();

    /**
     * @param shard which of the suite's cases have answers
     * @param parallelism how many questions may be under way at once
     */
    ComparisonRun(CaseRun line, Shard shard, int parallelism) {
        this.line = line;
        this.shard = shard;
        this.asking = new Asking(line.courtesy(), parallelism);
    }

    /**
     * @param unjudged cases that have no answer although they should, by their names: whose move that is
     * @param spent whether the good credential got through before the refusals and does not any more
     */
    ComparisonOutcome run(Suite suite, Comparison comparison, Map<String, Mover> unjudged, boolean spent)
            throws InterruptedException {
        List<Answer> answers = line.answers().all();
        List<Question> questions = comparison.questions(answers).stream()
                .filter(question -> question.probe().isAllowedBy(suite))
                .toList();
        List<Probing> probings = probings(questions, spent);
        Stream<Answer> further = probings.stream().map(Probing::answer).filter(Objects::nonNull);
        Stream<Answer> ofLogins = comparison.hearsOfLogins() ? ofLogins(answers) : Stream.empty();
        List<Answer> all =
                Stream.of(answers.stream(), ofLogins, further).flatMap(it -> it).toList();
        List<Look> looks = new ArrayList<>();
        Verdict verdict = TimedJudging.OF_ALL_ANSWERS.verdict(() -> judged(comparison, all, looks));
        // Where some cases were judged, the others are red by themselves.
        boolean incomparable = answers.stream().allMatch(answer -> answer.it().control());
        Map<String, Mover> missing = incomparable ? unjudged : Map.of();
        List<Transcript> transcripts = probings.stream()
                .map(Probing::transcript)
                .filter(Objects::nonNull)
                .toList();
        Verdict decided = undecided(verdict, probings, missing);
        ComparisonOutcomes outcomes = line.outcomes().comparisons();
        return isOfAllShards(comparison)
                ? outcomes.compared(suite, comparison, ofShard(decided), transcripts, ofSomebody(all), looks)
                : outcomes.compared(suite, comparison, decided, transcripts, ofSomebody(all));
    }

    /** What the sources of good credentials have asked and been answered; credentials that share a log-in tell of it once. */
    private Stream<Answer> ofLogins(List<Answer> answers) {
        Map<String, Answer> told = new LinkedHashMap<>();
        for (Answer control : answers.stream().filter(it -> it.it().control()).toList()) {
            control.it()
                    .presents()
                    .all()
                    .flatMap(it -> line.credentials().logins(it).stream())
                    .forEach(login -> {
                        told.computeIfAbsent(login.asked(), asked -> ofLogin(control.it(), login));
                    });
        }
        return told.values().stream();
    }

    private Answer ofLogin(ContractCase control, LoginAnswer login) {
        List<Header> fields = login.fields().stream()
                .map(it ->
                        new Header(it.name(), line.redactor().redact(it.value().reveal())))
                .toList();
        List<Header> sent =
                login.ended() == null ? List.of() : List.of(new Header("Cookie", login.ended() + "=" + Redactor.MARK));
        return new Answer(
                control,
                Evidence.of(
                        new Request(
                                login.method(),
                                line.redactor().redact(login.uri().toString()),
                                sent,
                                null),
                        new Response(login.status(), fields, new Body(new byte[0], false), List.of())),
                login.ended() == null ? Probe.LOGIN : Probe.LOGOUT);
    }

    private Verdict judged(Comparison comparison, List<Answer> all, List<Look> looks) {
        if (isOfAllShards(comparison)) {
            looks.addAll(Look.together(((AcrossOperations) comparison).looks(all)));
        }
        return comparison.judge(all);
    }

    private boolean isOfAllShards(Comparison comparison) {
        return comparison instanceof AcrossOperations && !shard.isWhole();
    }

    /** What differs among some operations differs among all; that nothing does, nobody knows yet. */
    private Verdict ofShard(Verdict verdict) {
        return verdict instanceof Verdict.Passed || verdict instanceof Verdict.NotApplicable
                ? Verdict.notApplicable(
                        "%s sees some operations only, which do not differ: the report of all shards compares them"
                                .formatted(shard.words()))
                : verdict;
    }

    /** Each question is asked once, whichever comparison asks it first. */
    private List<Probing> probings(List<Question> questions, boolean spent) throws InterruptedException {
        Map<String, Question> open = new LinkedHashMap<>();
        questions.stream()
                .filter(question -> !probed.containsKey(question.name()))
                .forEach(question -> open.putIfAbsent(question.name(), question));
        List<Question> asked = List.copyOf(open.values());
        List<Probing> answers = asking.all(asked, question -> ask(question, spent));
        for (int i = 0; i < asked.size(); i++) {
            probed.put(asked.get(i).name(), answers.get(i));
        }
        return questions.stream()
                .map(question -> Objects.requireNonNull(probed.get(question.name())))
                .distinct()
                .toList();
    }

    /** Metadata is there for everybody. */
    private static List<Evidence> ofSomebody(List<Answer> answers) {
        return answers.stream()
                .filter(answer -> answer.probe() != Probe.RESOURCE_METADATA)
                .map(Answer::evidence)
                .toList();
    }

    private static boolean hasCredential(Question question) {
        return question.it().condition().need() != TokenNeed.Kind.NONE;
    }

    private Probing ask(Question question, boolean spent) {
        String obstacle = question.obstacle();
        if (obstacle != null) {
            return Probing.unsent(question, obstacle);
        }
        if (!line.courtesy().await(question.pause())) {
            return Probing.failed(question, "the run was interrupted while it waited", Mover.SUITE);
        }
        // What was refused with 403 gets 401 once the session is over, and that is nobody's fault.
        return spent && hasCredential(question)
                ? Probing.failed(question, "the good credential does not get through any more", Mover.SUITE)
                : line.ask(question);
    }

    /** What has no answer cannot be green; what is broken is broken without it, and what was never sent lacks no answer. */
    static Verdict undecided(Verdict verdict, List<Probing> probings, Map<String, Mover> missing) {
        List<String> lacking = told(probings, Probing::lack);
        if (verdict instanceof Verdict.Violated violated) {
            return lacking.isEmpty()
                    ? verdict
                    : new Verdict.Violated(
                            violated.expected(), violated.actual() + "\n" + some(lacking), violated.clause());
        }
        if (!missing.isEmpty()) {
            return Verdict.inconclusive(
                    "no answer can be compared: %s could not be judged"
                            .formatted(
                                    missing.size() == 1
                                            ? missing.keySet().iterator().next()
                                            : missing.size() + " cases"),
                    missing.values().stream().distinct().count() == 1
                            ? missing.values().iterator().next()
                            : Mover.SUITE);
        }
        if (!lacking.isEmpty()) {
            String rest = verdict instanceof Verdict.Passed ? "; all other answers keep the rule" : "";
            return Verdict.inconclusive(some(lacking) + rest, mover(probings));
        }
        List<String> unsent = told(probings, Probing::unsent);
        return verdict instanceof Verdict.NotApplicable silent && !unsent.isEmpty()
                ? Verdict.notApplicable("%s: %s".formatted(silent.reason(), some(unsent)))
                : verdict;
    }

    /** Of the first that is told. */
    private static Mover mover(List<Probing> probings) {
        return probings.stream()
                .filter(it -> it.lack() != null)
                .findFirst()
                .map(Probing::mover)
                .orElse(Mover.SUITE);
    }

    private static List<String> told(List<Probing> probings, Function<Probing, @Nullable String> words) {
        return probings.stream().map(words).filter(Objects::nonNull).toList();
    }

    private static String some(List<String> told) {
        String first = told.stream().limit(TOLD).collect(Collectors.joining("; "));
        return told.size() <= TOLD ? first : "%s; and %d more".formatted(first, told.size() - TOLD);
    }
}
