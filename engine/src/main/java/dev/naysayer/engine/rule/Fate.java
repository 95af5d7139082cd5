package dev.naysayer.engine.rule;

import dev.naysayer.dsl.CauseKind;
import dev.naysayer.engine.credential.Reach;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import java.util.Set;

/** What became of a credential: a claim about what was served, not about a number. */
public final class Fate {

    /** What such a request asks for is done or described by any success, whatever its body. */
    private static final Set<String> BODY_DOES_NOT_MATTER = Set.of("HEAD", "TRACE", "POST", "PUT", "PATCH", "DELETE");

    /** Why a rule about a credential is silent where {@link #isOpen}. */
    public static final String OPEN = "whoever presents nothing is served the same";

    private Fate() {}

    /** Whether the answer serves what the credential must not open. */
    public static boolean gotThrough(ContractCase it, Evidence evidence) {
        return isServed(it, evidence)
                && !isPassedOver(it, evidence)
                && (it.condition().info().reach() != Reach.OTHER_REQUEST || isTheOperation(evidence));
    }

    /** Whether a credential was presented and overlooked: whoever presents none gets the very same. */
    public static boolean isPassedOver(ContractCase it, Evidence evidence) {
        return isServed(it, evidence)
                && it.condition().info().authenticates()
                && (evidence.isWhatAnybodyGets() || isPublicAtMost(it, evidence));
    }

    /** Whether the operation is open: that is told where nothing is presented, and is no fault of how something else is. */
    public static boolean isOpen(ContractCase it, Evidence evidence) {
        return isServed(it, evidence) && evidence.isWhatAnybodyGets();
    }

    /** What is served to everybody may change from one request to the next; only what the good credential gets is more. */
    private static boolean isPublicAtMost(ContractCase it, Evidence evidence) {
        return it.operation().requires().isOptional() && !evidence.isWhatControlGot();
    }

    /**
     * Whether a GraphQL API refuses a field to a good credential that lacks the right, and serves what else was asked for.
     *
     * <p>Of a bad credential that is not enough: what it is served beside the field is what it must not open.
     */
    public static boolean refusesField(ContractCase it, Evidence evidence) {
        return it.operation().graphql() != null
                && it.condition().info().kind() == CauseKind.NO_RIGHT
                && evidence.refusesField();
    }

    /** A status that the case expects refuses, also where the control ends with it; so does a body that says no. */
    private static boolean isServed(ContractCase it, Evidence evidence) {
        int status = evidence.status();
        return it.letsIn(status)
                && !it.expectation().statuses().refusals().contains(status)
                && evidence.refusalInSuccess() == null
                && !refusesField(it, evidence);
    }

    /** Another request may be answered by something else, such as the page that a web site shows for any path. */
    private static boolean isTheOperation(Evidence evidence) {
        return BODY_DOES_NOT_MATTER.contains(evidence.method()) || evidence.isWhatControlGot();
    }

    /** {@code 200}; of a status that only the control has, that it is the control's. */
    public static String words(int status) {
        return status < 300 ? String.valueOf(status) : status + ", as the good credential";
    }

    /** {@code 200, just what no credential gets}. */
    public static String passedOver(int status) {
        return status + ", just what no credential gets";
    }
}
