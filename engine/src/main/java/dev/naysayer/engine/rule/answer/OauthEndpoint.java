package dev.naysayer.engine.rule.answer;

import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What several rules ask about the endpoints of an authorization server. */
final class OauthEndpoint {

    /** A server, or what stands before it, said these before anybody read the form. */
    private static final Set<Integer> OF_THE_MESSAGE = Set.of(404, 405, 406, 408, 411, 413, 414, 415, 421, 429, 431);

    /** No token request at all (RFC 6749 section 3.2), so whatever stands there may answer in its own way. */
    private static final String BY_GET = "token-request-by-get";

    private OauthEndpoint() {}

    /** Whether the case is about how such an endpoint answers its clients. */
    static boolean isMeant(ContractCase it) {
        ConditionGroup group = it.condition().info().group();
        return it.operation().kind().isEndpoint()
                && it.traits().contains(Trait.CLIENT)
                && !it.condition().info().name().equals(BY_GET)
                && group != null
                && group.isOfEndpoint();
    }

    /** Whether the answer is an error in the sense of RFC 6749 section 5.2. */
    static boolean isError(Evidence evidence) {
        return evidence.isRefusal() && !OF_THE_MESSAGE.contains(evidence.status());
    }

    /** The code in the body; null where there is no text. */
    static @Nullable String error(Evidence evidence) {
        JsonNode body = evidence.body().object();
        return body == null || !body.path("error").isString()
                ? null
                : body.path("error").asString();
    }
}
