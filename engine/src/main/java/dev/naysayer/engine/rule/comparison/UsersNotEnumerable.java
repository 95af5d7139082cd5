package dev.naysayer.engine.rule.comparison;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.SECURITY_ADVICE;

import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.SpecReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How long an answer takes tells users too; a few requests over a network cannot measure it. */
final class UsersNotEnumerable implements Comparison {

    private static final String UNKNOWN = "unknown-user";
    private static final String WRONG = "wrong-password";

    private static final RuleInfo INFO = rule("users-not-enumerable", SECURITY_ADVICE, SpecReference.asvs("6.3.8"))
            .summary("An unknown user and a wrong password get the very same answer")
            .why("Whoever can tell the two apart learns, name by name, who has an account.")
            .clients("Honest clients ask for user and password again in either case.")
            .fix("Check user and password together, and answer both failures by one and the same error.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean concerns(List<ContractCase> planned) {
        return planned.stream()
                .filter(Answer::isPlanned)
                .map(ContractCase::scenario)
                .collect(Collectors.toSet())
                .containsAll(Set.of(UNKNOWN, WRONG));
    }

    @Override
    public Verdict judge(List<Answer> answers) {
        List<String> differences = new ArrayList<>();
        boolean compared = false;
        for (Answer unknown : refusals(answers, UNKNOWN)) {
            for (Answer wrong : refusals(answers, WRONG)) {
                if (unknown.operation().equals(wrong.operation())) {
                    compared = true;
                    Appearance.difference(unknown, wrong).ifPresent(differences::add);
                }
            }
        }
        return compared
                ? Differing.verdict("the answer to a wrong password", differences)
                : Verdict.notApplicable("no operation refused both");
    }

    private static List<Answer> refusals(List<Answer> answers, String condition) {
        return answers.stream()
                .filter(it -> it.refusesCase() && it.condition().equals(condition))
                .toList();
    }
}
