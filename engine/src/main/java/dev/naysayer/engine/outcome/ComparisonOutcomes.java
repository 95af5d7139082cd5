package dev.naysayer.engine.outcome;

import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.mover.Move;
import dev.naysayer.engine.rule.Judgement;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.comparison.Comparison;
import dev.naysayer.engine.rule.comparison.Comparisons;
import dev.naysayer.engine.rule.comparison.Look;
import dev.naysayer.engine.standard.Level;
import dev.naysayer.engine.standard.SpecReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a comparison, decided in one place.
 *
 * @param suite the suite's name
 * @param target the base URL requests go to, or null where none is known
 * @param strict whether a broken SHOULD or security advice is a violation
 * @param waivers what passes although it is broken
 */
public record ComparisonOutcomes(String suite, @Nullable String target, boolean strict, Waivers waivers) {

    /**
     * What a rule says of the answers of a suite, and what was asked for it besides.
     *
     * @param answers those of them whose bodies are not to be quoted where they let a credential in
     */
    public ComparisonOutcome compared(
            Suite of, Comparison comparison, Verdict verdict, List<Transcript> probes, List<Evidence> answers) {
        Judgement judgement = judgement(of, comparison, verdict);
        Move move = verdict instanceof Verdict.Inconclusive undecided ? Move.of(undecided.mover()) : null;
        ComparisonOutcome compared = comparison(of, comparison.test(), judgement, kind(judgement), probes, move);
        return of.keepBodies() == null ? compared.about(WithheldBody.among(answers)) : compared;
    }

    /**
     * The same of a shard's answers, where the comparison is of operations with each other.
     *
     * @param looks how these answers look to it
     */
    public ComparisonOutcome compared(
            Suite of,
            Comparison comparison,
            Verdict verdict,
            List<Transcript> probes,
            List<Evidence> answers,
            List<Look> looks) {
        OutcomeKind ifBroken = kind(judgement(of, comparison, Verdict.violated("", "")));
        return compared(of, comparison, verdict, probes, answers)
                .with(new ShardLooks(ifBroken, waivers.of(comparison.info().id()), looks));
    }

    /** Nothing was sent, because the suite or its surroundings are wrong. */
    public ComparisonOutcome uncompared(Suite of, Comparison comparison, String reason, Move move) {
        Judgement judgement = judgement(of, comparison, Verdict.inconclusive(reason, move.mover()));
        return comparison(of, comparison.test(), judgement, OutcomeKind.MISCONFIGURED, List.of(), move);
    }

    private static Judgement judgement(Suite of, Comparison comparison, Verdict verdict) {
        RuleInfo rule = comparison.info();
        return new Judgement(rule, Comparisons.standing(comparison, of).orElseThrow(), verdict);
    }

    private ComparisonOutcome comparison(
            Suite of,
            String test,
            Judgement judgement,
            OutcomeKind kind,
            List<Transcript> probes,
            @Nullable Move move) {
        return new ComparisonOutcome(
                suite,
                of.at().file(),
                of.at().line(),
                target,
                test,
                kind,
                Finding.of(
                                judgement,
                                judgement.standing().profile(),
                                judgement.source().equals(SpecReference.SUITE)
                                        ? of.at().file() + ":" + of.at().line()
                                        : judgement.source().text())
                        .waivedBy(waivers.of(judgement.rule().id())),
                probes,
                null,
                move);
    }

    private OutcomeKind kind(Judgement judgement) {
        Verdict verdict = judgement.verdict();
        if (verdict instanceof Verdict.NotApplicable) {
            return OutcomeKind.NOT_APPLICABLE;
        }
        if (verdict instanceof Verdict.Inconclusive) {
            return OutcomeKind.INCONCLUSIVE;
        }
        if (!(verdict instanceof Verdict.Violated)) {
            return OutcomeKind.CONFORMING;
        }
        Level level = judgement.level();
        if (!level.fails(strict) && !level.warns()) {
            return OutcomeKind.CONFORMING;
        }
        if (waivers.of(judgement.rule().id()) != null) {
            return OutcomeKind.WAIVED;
        }
        return level.fails(strict) ? OutcomeKind.VIOLATION : OutcomeKind.WARNING;
    }
}
