package dev.naysayer.engine.rule.comparison;

import dev.naysayer.engine.credential.Reach;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.CaseRole;
import dev.naysayer.engine.plan.ContractCase;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came back of one request.
 *
 * @param it what was sent
 * @param evidence the facts of the answer
 * @param probe what kind of question it answers, or null where it is that of a case
 * @param took how long it took; null where that is not known, and of cases
 */
public record Answer(
        ContractCase it,
        Evidence evidence,
        @Nullable Probe probe,
        @Nullable Duration took) {

    /** One of which nobody asks how long it took. */
    public Answer(ContractCase it, Evidence evidence, @Nullable Probe probe) {
        this(it, evidence, probe, null);
    }

    /** The answer to a case of the suite. */
    public static Answer of(ContractCase it, Evidence evidence) {
        return new Answer(it, evidence, null);
    }

    /** What was asked, for readers. */
    String name() {
        return probe == Probe.LOGIN || probe == Probe.LOGOUT
                ? "%s %s"
                        .formatted(
                                evidence.method(),
                                URI.create(evidence.target().uri()).getRawPath())
                : it.name();
    }

    /** The condition's name. */
    public String condition() {
        return it.condition().info().name();
    }

    /** What is wrong with which credential: what operations have in common. */
    String variation() {
        return variation(it);
    }

    /** {@code expired-token}; in a suite with several credentials which of them it is, {@code token: expired-token}. */
    static String variation(ContractCase it) {
        String condition = it.condition().info().name();
        if (it.suite().credentials().size() == 1) {
            return condition;
        }
        // A guard that stands before everything has the first word where it stands, and nowhere else.
        return it.presents().varied().name() + ": " + condition
                + (it.isGuarded() ? " beside a token against forged requests" : "");
    }

    /** The same operation and the same credential: what conditions have in common. */
    static String place(ContractCase it) {
        return it.operation().name() + " › " + it.presents().name();
    }

    String place() {
        return place(it);
    }

    /** The operation's name. */
    public String operation() {
        return it.operation().name();
    }

    public int status() {
        return evidence.status();
    }

    /** Whether it is how a case of the suite was refused, by the API and for its credential. */
    public boolean refusesCase() {
        return probe == null && isPlanned(it) && evidence.isRefusal();
    }

    /** Whether a case, when it is sent, may be refused by the API for what the credential lacks. */
    static boolean mayBeRefused(ContractCase it) {
        return it.role() == CaseRole.SCENARIO
                && it.notApplicable() == null
                && !it.condition().info().positive()
                && it.condition().info().reach() == Reach.CREDENTIAL;
    }

    /** Whether a case, when it is sent, should be refused by the API for its credential. */
    public static boolean isPlanned(ContractCase it) {
        Reach reach = it.condition().info().reach();
        return it.role() == CaseRole.SCENARIO
                && it.notApplicable() == null
                && !it.isAcceptable()
                && (reach == Reach.CREDENTIAL || reach == Reach.NO_CREDENTIAL);
    }
}
