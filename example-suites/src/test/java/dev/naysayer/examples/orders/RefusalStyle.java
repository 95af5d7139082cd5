package dev.naysayer.examples.orders;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the standards leave to an API, and the Orders API is configured with. */
public enum RefusalStyle {

    /** Problem details, and a challenge that names its realm only. */
    PROBLEM,

    /** As well, and each 401 names where the API describes itself (RFC 9728 section 5.1). */
    PROBLEM_AND_METADATA {
        @Override
        Refusal applyTo(Refusal refusal) {
            return refusal.status() == 401
                    ? refusal.withChallenge(challenge -> challenge.replace(Refusals.REALM, Refusals.REALM + METADATA))
                    : refusal;
        }
    },

    /** 200 and {@code errors}, as GraphQL over HTTP says of {@code application/json} (section 6.4.1). */
    GRAPHQL {
        @Override
        Refusal applyTo(Refusal refusal) {
            // What is no request for a server of HTTP never comes as far as GraphQL.
            if (refusal.status() != 401 && refusal.status() != 403) {
                return refusal;
            }
            return refusal.withStatus(200)
                    .without(Refusal.CHALLENGE)
                    .withContentType("application/json")
                    .withBody("{\"errors\":[{\"message\":\"Not authorized\",\"path\":[\"orders\"]}],\"data\":null}");
        }
    },

    /** Status and challenge as ever, and {@code errors}, as GraphQL over HTTP says of its own media type (section 6.4.2). */
    GRAPHQL_CURRENT {
        @Override
        Refusal applyTo(Refusal refusal) {
            return refusal.status() == 401 || refusal.status() == 403
                    ? refusal.withContentType("application/graphql-response+json")
                            .withBody("{\"errors\":[{\"message\":\"Not authorized\",\"extensions\":{\"code\":\"%s\"}}]}"
                                    .formatted(refusal.status() == 401 ? "UNAUTHENTICATED" : "FORBIDDEN"))
                    : refusal;
        }
    },

    /** Bodies in the form that token endpoints have (RFC 6749 section 5.2). */
    OAUTH {
        @Override
        Refusal applyTo(Refusal refusal) {
            Map<String, Object> body = new LinkedHashMap<>();
            refusal.withChallenge(challenge -> {
                Matcher said = SAID.matcher(challenge);
                while (said.find()) {
                    body.put(said.group(1), said.group(2));
                }
                return challenge;
            });
            return refusal.withContentType("application/json").withBody(JSONObjectUtils.toJSONString(body));
        }
    };

    private static final String METADATA =
            ", resource_metadata=\"" + OrdersApi.AUDIENCE + "/.well-known/oauth-protected-resource\"";
    private static final Pattern SAID = Pattern.compile("(error|error_description|scope)=\"([^\"]*)\"");

    /** The correct refusal, put in this way. */
    Refusal applyTo(Refusal refusal) {
        return refusal;
    }
}
