package dev.naysayer.engine.run;

import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Transcript;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.comparison.Answer;
import dev.naysayer.engine.rule.comparison.Comparison;
import dev.naysayer.engine.rule.comparison.Question;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** One rule over several answers, from the answers there are to its outcome. */
final class ComparisonRun {

    private final CaseRun line;
    private final Map<String, Probing> probed = new ConcurrentHashMap<>();

    ComparisonRun(CaseRun line) {
        this.line = line;
    }

    /**
     * @param unjudged the names of cases that have no answer although they should
     * @param spent whether the good credential got through before the refusals and does not any more
     */
    ComparisonOutcome run(Suite suite, Comparison comparison, Set<String> unjudged, boolean spent) {
        List<Answer> answers = line.answers().all();
        List<Question> allowed = comparison.questions(answers).stream()
                .filter(question -> question.probe().isAllowedBy(suite))
                .toList();
        // What was refused with 403 gets 401 once the session is over, and that is nobody's fault.
        List<Question> lost = allowed.stream()
                .filter(question -> spent && hasCredential(question))
                .toList();
        List<Probing> probings = allowed.stream()
                .filter(question -> !lost.contains(question))
                .map(question -> probed.computeIfAbsent(question.name(), name -> ask(question)))
                .distinct()
                .toList();
        Stream<Answer> further = probings.stream().map(Probing::answer).filter(Objects::nonNull);
        Verdict verdict =
                comparison.judge(Stream.concat(answers.stream(), further).toList());
        // Where some cases were judged, the others are red by themselves.
        boolean incomparable = answers.stream().allMatch(answer -> answer.it().control());
        Set<String> missing = incomparable ? unjudged : Set.of();
        List<Transcript> transcripts = probings.stream()
                .map(Probing::transcript)
                .filter(Objects::nonNull)
                .toList();
        return line.outcomes().compared(suite, comparison, undecided(verdict, probings, missing, lost), transcripts);
    }

    private static boolean hasCredential(Question question) {
        return question.it().condition().need() != TokenNeed.Kind.NONE;
    }

    private Probing ask(Question question) {
        return Probing.of(question, line.ask(question.it()));
    }

    /** What has no answer cannot be green; what is broken is broken without it. */
    private static Verdict undecided(
            Verdict verdict, List<Probing> probings, Set<String> missing, List<Question> lost) {
        if (verdict instanceof Verdict.Violated) {
            return verdict;
        }
        if (!missing.isEmpty()) {
            return Verdict.inconclusive("no answer can be compared: %s could not be judged"
                    .formatted(missing.size() == 1 ? missing.iterator().next() : missing.size() + " cases"));
        }
        if (!lost.isEmpty()) {
            return Verdict.inconclusive("%s was not asked: the good credential does not get through any more"
                    .formatted(lost.get(0).name()));
        }
        return probings.stream()
                .filter(probing -> probing.answer() == null)
                .findFirst()
                .map(probing -> Verdict.inconclusive("%s was not answered by the API%s"
                        .formatted(probing.question().name(), status(probing))))
                .orElse(verdict);
    }

    private static String status(Probing probing) {
        Transcript transcript = probing.transcript();
        return transcript == null || transcript.status() == null ? "" : ": " + transcript.status();
    }
}
