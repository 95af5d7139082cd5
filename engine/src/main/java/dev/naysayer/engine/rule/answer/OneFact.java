package dev.naysayer.engine.rule.answer;

import static java.util.Comparator.comparing;

import dev.naysayer.engine.rule.FateRule;
import dev.naysayer.engine.rule.Judgement;
import dev.naysayer.engine.rule.Verdict;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What became of a credential is one fact, and told once.
 *
 * <p>Problem: that an expired token was let in breaks the rule about expiry, the one about all bad tokens, and what the suite
 * declares; a reader of three findings looks for three faults. Choice: the most specific rule, the first in the list, speaks, and
 * it binds as much as the most binding of them.
 */
final class OneFact {

    private static final Set<String> TELLING = Rules.ALL.stream()
            .filter(FateRule.class::isInstance)
            .map(rule -> rule.info().id())
            .collect(Collectors.toUnmodifiableSet());

    private OneFact() {}

    /** The same judgements in the same order, with all but one of those silent that tell the fact. */
    static List<Judgement> told(List<Judgement> judgements) {
        List<Judgement> telling = judgements.stream().filter(OneFact::tells).toList();
        if (telling.size() < 2) {
            return judgements;
        }
        Judgement speaker = telling.get(0);
        // The first of equals, so that the speaker's own clause goes before others that bind no more.
        Judgement binding = telling.stream().min(comparing(Judgement::level)).orElseThrow();
        return judgements.stream()
                .map(it -> !tells(it) ? it : it.equals(speaker) ? speaker.boundBy(binding) : silenced(it, speaker))
                .toList();
    }

    private static boolean tells(Judgement judgement) {
        return judgement.verdict() instanceof Verdict.Violated
                && TELLING.contains(judgement.rule().id());
    }

    private static Judgement silenced(Judgement judgement, Judgement speaker) {
        return judgement.with(Verdict.notApplicable("told by " + speaker.rule().id()));
    }
}
