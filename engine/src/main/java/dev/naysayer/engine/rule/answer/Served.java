package dev.naysayer.engine.rule.answer;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import org.jspecify.annotations.Nullable;

/** Tells the resource from what an API says in its place: what a good credential may read is no leak. */
final class Served {

    private Served() {}

    /** Why the answer is the resource that the good credential opens; null where it is another answer, or may be one. */
    static @Nullable String resource(ContractCase it, Evidence evidence) {
        if (evidence.status() < 200 || evidence.status() > 299) {
            return null;
        }
        if (evidence.isWhatControlGot()) {
            return "the good credential gets this answer, too";
        }
        return it.isAcceptable() && it.letsIn(evidence.status()) && evidence.toldRefusal() == null
                ? "the credential got through: %d".formatted(evidence.status())
                : null;
    }

    /** The same where it cannot be told, since nobody knows what the good credential gets. */
    static @Nullable String perhapsResource(ContractCase it, Evidence evidence) {
        String resource = resource(it, evidence);
        boolean success = evidence.status() < 300;
        return resource == null && success && !evidence.isControlKnown() && evidence.toldRefusal() == null
                ? "%d is no error, and what the good credential gets is not known".formatted(evidence.status())
                : resource;
    }
}
