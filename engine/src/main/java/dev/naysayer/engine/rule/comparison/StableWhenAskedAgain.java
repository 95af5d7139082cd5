package dev.naysayer.engine.rule.comparison;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.ADVICE;

import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.SpecReference;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An answer that changes comes from somewhere else each time: another node, a cache, a half-made roll-out. */
final class StableWhenAskedAgain implements Comparison {

    private static final RuleInfo INFO = rule("stable-when-asked-again", ADVICE, SpecReference.rfc(9110, "9.2.2"))
            .summary("The same bad credential gets the same answer the second time")
            .why("An answer that changes from one request to the next cannot be handled, and not be reproduced either.")
            .clients("They try again, get another answer, and do what that one says.")
            .fix("Look for nodes with another version or configuration, and for caches in between.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean concerns(List<ContractCase> planned) {
        return planned.stream().anyMatch(Answer::isPlanned)
                && Probe.AGAIN.isAllowedBy(planned.get(0).suite());
    }

    @Override
    public List<Question> questions(List<Answer> answers) {
        return answers.stream()
                .filter(Answer::refusesCase)
                .map(it -> new Question(Probe.AGAIN, it.it()))
                .toList();
    }

    @Override
    public Verdict judge(List<Answer> answers) {
        Map<String, Answer> first = answers.stream()
                .filter(Answer::refusesCase)
                .collect(Collectors.toMap(it -> it.it().name(), Function.identity()));
        List<Answer> second =
                answers.stream().filter(it -> it.probe() == Probe.AGAIN).toList();
        if (second.isEmpty()) {
            return Verdict.notApplicable("nothing that was refused was asked again");
        }
        return Differing.verdict(
                "the answer of the first time",
                differences(first, second.stream().filter(GotThrough::is)),
                second.stream()
                        .filter(GotThrough::is)
                        .findFirst()
                        .orElse(second.get(0))
                        .it()
                        .admission(),
                differences(first, second.stream().filter(it -> !GotThrough.is(it))));
    }

    private static List<String> differences(Map<String, Answer> first, Stream<Answer> second) {
        return second.flatMap(it -> Stream.ofNullable(first.get(it.it().name()))
                        .flatMap(other -> Appearance.difference(it, other).stream()))
                .toList();
    }
}
