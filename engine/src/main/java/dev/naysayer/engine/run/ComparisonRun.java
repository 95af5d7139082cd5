package dev.naysayer.engine.run;

import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Transcript;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.comparison.Answer;
import dev.naysayer.engine.rule.comparison.Comparison;
import dev.naysayer.engine.rule.comparison.Question;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** One rule over several answers, from the answers there are to its outcome. */
final class ComparisonRun {

    private final CaseRun line;
    private final Map<String, Probing> probed = new ConcurrentHashMap<>();

    ComparisonRun(CaseRun line) {
        this.line = line;
    }

    ComparisonOutcome run(Suite suite, Comparison comparison) {
        List<Answer> answers = line.answers().all();
        List<Probing> probings = comparison.questions(answers).stream()
                .filter(question -> question.probe().isAllowedBy(suite))
                .map(question -> probed.computeIfAbsent(question.name(), name -> ask(question)))
                .toList();
        Stream<Answer> further = probings.stream().map(Probing::answer).filter(Objects::nonNull);
        Verdict verdict =
                comparison.judge(Stream.concat(answers.stream(), further).toList());
        List<Transcript> transcripts = probings.stream()
                .map(Probing::transcript)
                .filter(Objects::nonNull)
                .toList();
        return line.outcomes().compared(suite, comparison, undecided(verdict, probings), transcripts);
    }

    private Probing ask(Question question) {
        return Probing.of(question, line.ask(question.it()));
    }

    /** What has no answer cannot be green; what is broken is broken without it. */
    private static Verdict undecided(Verdict verdict, List<Probing> probings) {
        return verdict instanceof Verdict.Violated
                ? verdict
                : probings.stream()
                        .filter(probing -> probing.answer() == null)
                        .findFirst()
                        .map(probing -> Verdict.inconclusive("%s was not answered by the API"
                                .formatted(probing.question().name())))
                        .orElse(verdict);
    }
}
