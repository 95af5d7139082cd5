package dev.naysayer.engine.outcome;

import dev.naysayer.dsl.VisibleText;
import dev.naysayer.engine.evidence.BeyondLimit;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.evidence.RefusalInBody;
import dev.naysayer.engine.exchange.Request;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.plan.ContractCase;
import org.jspecify.annotations.Nullable;

/**
 * What the API said to the good credential, and whether that is to let it in.
 *
 * @param it a control
 */
record ControlAnswer(ContractCase it, Request request, Response response) {

    /** Why the good credential did not get through, in one line; null where it did. */
    @Nullable
    String obstacle() {
        if (!it.operation().control().accepts(response.status())) {
            return otherStatus();
        }
        // What goes beyond a limit of ours is more than a refusal would say.
        try {
            return refusal(Evidence.of(request, response));
        } catch (BeyondLimit e) {
            return null;
        }
    }

    private String otherStatus() {
        return "%s did not get through: %d in place of %s%s"
                .formatted(
                        who(it),
                        response.status(),
                        it.operation().control().expected(),
                        response.headers("WWW-Authenticate").stream()
                                .findFirst()
                                .map(challenge -> ", " + VisibleText.value(challenge))
                                .orElse(""));
    }

    /** A status says little of what only the body refuses. */
    private @Nullable String refusal(Evidence evidence) {
        if (it.operation().graphql() != null && evidence.refusesField()) {
            return "%s did not get all that the document asks for: %d, and an error refuses a field; take the field out, or give the right to it"
                    .formatted(who(it), response.status());
        }
        RefusalInBody told = evidence.toldRefusal();
        return told == null || !told.ofCredential()
                ? null
                : "%s did not get through: %d with %s".formatted(who(it), response.status(), told.words());
    }

    /** Whose credential it is, to begin a sentence with. */
    static String who(ContractCase control) {
        if (control.presents().nothing()) {
            return "a request without a credential";
        }
        return control.subject() == null
                ? "the good credential"
                : "the good credential of '%s'".formatted(control.subject());
    }
}
