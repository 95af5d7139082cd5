package dev.naysayer.engine.outcome;

import dev.naysayer.engine.mover.Move;
import dev.naysayer.engine.plan.CaseRole;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one case after it ran.
 *
 * <p>Of a rule that is kept or does not apply there is no more to say than that, and it is said by {@code quiet}.
 *
 * @param suite the suite's name, {@code Orders API}
 * @param file the suite's file name
 * @param line the line that names the scenario (of a control: the operation), counted from 1
 * @param target the base URL requests went to, or null where none was known
 * @param operation {@code GET /orders}
 * @param scenario the condition's name, {@code expired-token}
 * @param meaning the condition in one line
 * @param control whether this is the case with the good credential
 * @param kind what became of it
 * @param reason one sentence where no finding says why it is so, perhaps with lines below it that tell what it rests on; null
 *     where findings speak, and for CONFORMING unless no answer is what is right
 * @param findings the rules that are broken or could not decide, in the rules' order
 * @param quiet all other rules; none when nothing was sent
 * @param transcript what went over the wire, or null when nothing was sent
 * @param earlier why earlier tries say nothing, in their order; empty where the first was the only one
 * @param move whose move it is where the reason says why it is so; null where findings speak, where nobody has to do anything, and
 *     where an earlier version recorded it
 * @param subject whose good credential was presented, or null where it was the suite's own or none that is good
 * @param owner whose the object is that the subject asked for, or null where it is nobody's or there is no subject
 */
public record CaseOutcome(
        String suite,
        String file,
        int line,
        @Nullable String target,
        String operation,
        String scenario,
        String meaning,
        boolean control,
        OutcomeKind kind,
        @Nullable String reason,
        List<Finding> findings,
        QuietRules quiet,
        @Nullable Transcript transcript,
        List<String> earlier,
        @Nullable Move move,
        @Nullable String subject,
        @Nullable String owner)
        implements SuiteOutcome {

    /** How the reason of a case begins that shows nothing since its control did not get through; the control's own follows. */
    public static final String CONTROL_FAILED = "the control failed: ";

    public CaseOutcome {
        findings = List.copyOf(findings);
        earlier = List.copyOf(earlier);
    }

    /**
     * Of a case of no subject that was sent once at most, and whose findings speak.
     *
     * @param findings one a rule, in the rules' order, kept or broken; empty when nothing was sent
     */
    public CaseOutcome(
            String suite,
            String file,
            int line,
            @Nullable String target,
            String operation,
            String scenario,
            String meaning,
            boolean control,
            OutcomeKind kind,
            @Nullable String reason,
            List<Finding> findings,
            @Nullable Transcript transcript) {
        this(
                suite,
                file,
                line,
                target,
                operation,
                scenario,
                meaning,
                control,
                kind,
                reason,
                findings,
                transcript,
                null,
                null,
                null);
    }

    /** Of a case that was sent once at most; findings as before. */
    public CaseOutcome(
            String suite,
            String file,
            int line,
            @Nullable String target,
            String operation,
            String scenario,
            String meaning,
            boolean control,
            OutcomeKind kind,
            @Nullable String reason,
            List<Finding> findings,
            @Nullable Transcript transcript,
            @Nullable Move move,
            @Nullable String subject,
            @Nullable String owner) {
        this(
                suite,
                file,
                line,
                target,
                operation,
                scenario,
                meaning,
                control,
                kind,
                reason,
                findings.stream().filter(Finding::isLoud).toList(),
                QuietRules.of(findings),
                transcript,
                List.of(),
                move,
                subject,
                owner);
    }

    /** Whether this is the case with the good credential behind all others of the operation. */
    public boolean controlAfter() {
        return is(CaseRole.CONTROL_AFTER);
    }

    /** Whether it is a case of what subjects may: not one of the controls, which have a subject's credential as well. */
    public boolean ofSubject() {
        return subject != null && !is(CaseRole.CONTROL) && !is(CaseRole.CONTROL_AFTER);
    }

    /** A subject that gets through gives its case its own name, which may end as a control's does. */
    private boolean is(CaseRole role) {
        String name = role.scenario();
        return control && (scenario.equals(name) || scenario.endsWith(": " + name));
    }

    /** The same case with another end, and whose move that makes it. */
    public CaseOutcome with(OutcomeKind other, String otherReason, @Nullable Move otherMove) {
        return with(other, otherReason, findings, quiet, transcript, earlier, otherMove);
    }

    /** The same case, which could not be judged after all. */
    public CaseOutcome without(String why, Move whose) {
        return with(OutcomeKind.INCONCLUSIVE, why, List.of(), QuietRules.NONE, transcript, earlier, whose);
    }

    /** The same end of the case in more words. */
    public CaseOutcome saying(String otherReason) {
        return with(kind, otherReason, move);
    }

    /** The same case with what is read of the exchange where it conforms; else as it is. */
    public CaseOutcome brief() {
        return kind == OutcomeKind.CONFORMING && transcript != null
                ? with(kind, reason, findings, quiet, transcript.brief(), earlier, move)
                : this;
    }

    /** The same case, and what may be shown of the token that was sent; as it is where nothing was sent or it conforms. */
    public CaseOutcome showing(Supplier<@Nullable String> token) {
        return kind == OutcomeKind.CONFORMING || transcript == null
                ? this
                : with(kind, reason, findings, quiet, transcript.showing(token.get()), earlier, move);
    }

    /** The same case without what went over the wire. */
    public CaseOutcome withoutTranscript() {
        return with(kind, reason, findings, quiet, null, earlier, move);
    }

    /** The same case, and why earlier tries say nothing. */
    public CaseOutcome after(List<String> tries) {
        return tries.isEmpty()
                ? this
                : with(kind, reason, findings, quiet, transcript == null ? null : transcript.after(tries), tries, move);
    }

    private CaseOutcome with(
            OutcomeKind otherKind,
            @Nullable String otherReason,
            List<Finding> otherFindings,
            QuietRules otherQuiet,
            @Nullable Transcript otherTranscript,
            List<String> otherTries,
            @Nullable Move otherMove) {
        return new CaseOutcome(
                suite,
                file,
                line,
                target,
                operation,
                scenario,
                meaning,
                control,
                otherKind,
                otherReason,
                otherFindings,
                otherQuiet,
                otherTranscript,
                otherTries,
                otherMove,
                subject,
                owner);
    }

    /** {@code at the second try; first: no answer within 10 s}; null where there was one try only. Stands behind the reason. */
    public @Nullable String tries() {
        return earlier.isEmpty() ? null : Tries.words(earlier, reason);
    }

    /** The reason without what it rests on; null where there is none. */
    public @Nullable String shortReason() {
        return reason == null ? null : reason.lines().findFirst().orElse("");
    }

    /** Those findings in which a rule is broken. */
    public List<Finding> violations() {
        return findings.stream().filter(Finding::violated).toList();
    }
}
