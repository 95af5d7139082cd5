package dev.naysayer.engine.rule;

import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;

import dev.naysayer.dsl.RuleChoices;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.standard.Level;
import java.util.Set;

/**
 * What has to become of some credentials: the part that rules about them share.
 *
 * @param demand what has to become of them
 * @param schemes the schemes that the rule speaks of
 * @param conditions what is wrong with these credentials, by the conditions' names
 * @param info the rule's words
 */
public record Admission(Demand demand, Trait schemes, Set<String> conditions, RuleInfo info) {

    /** What has to become of a credential. */
    public enum Demand {
        /** It does not get through, however it is refused. */
        REFUSED,
        /** It gets through as the good one does. */
        LET_IN,
        /** It is answered with a 4xx: neither let in, nor sent elsewhere, nor a crash. */
        CLIENT_ERROR,
        /** It may be answered in any way but by a crash. */
        NO_CRASH,
        /** It does not get through, and nobody is asked to send it again. */
        NOT_ASKED_FOR
    }

    public Admission {
        conditions = Set.copyOf(conditions);
    }

    /** Whether it is about this credential and scheme. */
    boolean concerns(ContractCase it) {
        return isNamed(it) && isOfScheme(it);
    }

    private boolean isNamed(ContractCase it) {
        return conditions.contains(it.condition().info().name());
    }

    private boolean isOfScheme(ContractCase it) {
        return it.traits().contains(schemes);
    }

    Verdict judge(ContractCase it, Evidence evidence) {
        if (!isNamed(it)) {
            return notApplicable("the rule is about other credentials");
        }
        if (!isOfScheme(it)) {
            return notApplicable("the rule is about other schemes: " + schemes);
        }
        return switch (demand) {
            case REFUSED -> refused(it, evidence, false);
            case LET_IN -> letIn(it, evidence);
            case CLIENT_ERROR -> refused(it, evidence, true);
            case NO_CRASH -> evidence.status() < 500 ? passed() : found("no 5xx", evidence.status());
            case NOT_ASKED_FOR ->
                evidence.challenges(it.scheme().challengeScheme()).isEmpty()
                        ? refused(it, evidence, false)
                        : violated("no challenge for " + it.scheme().challengeScheme(), evidence.fieldText());
        };
    }

    private Verdict refused(ContractCase it, Evidence evidence, boolean by4xx) {
        if (mayPass(it)) {
            return notApplicable("the API may let this credential in");
        }
        int status = evidence.status();
        String expected = by4xx ? "a refusal, 4xx" : "a refusal";
        if (Fate.gotThrough(it, evidence)) {
            if (Fate.isOpen(it, evidence)) {
                return notApplicable(Fate.OPEN);
            }
            return ofProfile() || it.admission().level() == Level.MAY
                    ? violated(expected, Fate.words(status))
                    : violated(expected, Fate.words(status), it.admission());
        }
        return !by4xx || (status >= 400 && status < 500) ? passed() : found(expected, status);
    }

    private static Verdict letIn(ContractCase it, Evidence evidence) {
        if (!it.isAcceptable()) {
            return notApplicable("the suite wants this credential refused");
        }
        if (Fate.gotThrough(it, evidence)) {
            return passed();
        }
        String expected = it.operation().control().expected();
        if (!Fate.isPassedOver(it, evidence)) {
            return found(expected, evidence.status());
        }
        return evidence.isWhatControlGot()
                ? notApplicable(Fate.OPEN)
                : violated(expected + ", as the good credential", Fate.passedOver(evidence.status()));
    }

    /** What the suite declares binds; where it is silent, a rule of a stricter profile knows better than the condition. */
    private boolean mayPass(ContractCase it) {
        return it.declaresAdmission()
                || (!it.saysWhetherLetIn() && !ofProfile() && it.admission().level() == Level.MAY);
    }

    private boolean ofProfile() {
        return !info.profile().equals(RuleChoices.BASE);
    }

    private static Verdict found(String expected, int status) {
        return violated(expected, String.valueOf(status));
    }
}
