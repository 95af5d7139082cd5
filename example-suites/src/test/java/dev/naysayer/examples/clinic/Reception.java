package dev.naysayer.examples.clinic;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Stands before every operation: the gateway, which asks for its key, and behind it the API, which asks who calls. */
final class Reception implements ResponseDefinitionTransformerV2 {

    /** The stub parameter that names the right an operation asks for. */
    static final String RIGHT = "right";

    /** To which clinic each record belongs that is there. */
    private static final Map<String, String> RECORDS = Map.of("N-1001", "north", "S-2001", "south");

    private static final String BEARER = "Bearer ";
    private static final String CHALLENGE = "Bearer realm=\"clinic\"";

    private final Flaw flaw;
    private final Caller.Reader callers = new Caller.Reader(ClinicApi.SIGNING_KEY);

    Reception(Flaw flaw) {
        this.flaw = flaw;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        Right right = Right.valueOf(event.getTransformerParameters().getString(RIGHT, Right.NONE.name()));
        Request request = event.getRequest();
        if (right == Right.NONE) {
            return event.getResponseDefinition();
        }
        if (flaw != Flaw.KEY_NEVER_LOOKED_AT && !ClinicApi.GATEWAY_KEY.equals(request.getHeader("X-Gateway-Key"))) {
            // No scheme is registered for keys, and a 401 without a challenge is none: the body says what is missing.
            return refused(401, "key", "A key is needed")
                    .withHeader("WWW-Authenticate", CHALLENGE)
                    .build();
        }
        String authorization = Objects.requireNonNullElse(request.getHeader("Authorization"), "");
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return refused(401, "login", "Log in")
                    .withHeader("WWW-Authenticate", CHALLENGE)
                    .build();
        }
        Optional<Caller> caller =
                callers.of(authorization.substring(BEARER.length()).strip());
        if (caller.isEmpty()) {
            return refused(401, "login", "Log in again")
                    .withHeader("WWW-Authenticate", CHALLENGE + ", error=\"invalid_token\"")
                    .build();
        }
        return may(caller.get(), right, clinic(request))
                ? event.getResponseDefinition()
                : denied(right, clinic(request));
    }

    /** Of which clinic the record is that is asked for; of none, where there is none. */
    private static String clinic(Request request) {
        String[] path = request.getUrl().split("/", -1);
        return path.length > 2 ? RECORDS.getOrDefault(path[2], "") : "";
    }

    private boolean may(Caller caller, Right right, String clinic) {
        boolean here = caller.clinic().equals(clinic);
        boolean anywhere = !clinic.isEmpty() && flaw == Flaw.CLINIC_NEVER_ASKED;
        boolean nurse = caller.role().equals("nurse");
        return switch (right) {
            case NONE -> true;
            case READ_RECORD -> nurse ? here || anywhere : !clinic.isEmpty();
            case WRITE_NOTE ->
                nurse
                        && (here
                                || anywhere
                                || (flaw == Flaw.SOUTH_WRITES_EVERYWHERE
                                        && caller.clinic().equals("south")));
            case READ_AUDIT -> !nurse;
        };
    }

    /** A record of others is as one that is not there; that there is an audit everybody knows. */
    private ResponseDefinition denied(Right right, String clinic) {
        if (flaw == Flaw.HIDING_TELLS && !clinic.isEmpty()) {
            return refused(404, "nothing", "Ask the clinic of the " + clinic).build();
        }
        boolean hidden = (right != Right.READ_AUDIT) != (flaw == Flaw.STATUSES_SWAPPED);
        return hidden
                ? refused(404, "nothing", "There is no such thing").build()
                : refused(403, "right", "You may not").build();
    }

    private static ResponseDefinitionBuilder refused(int status, String type, String title) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/problem+json")
                .withHeader("Cache-Control", "no-store")
                .withHeader("X-Content-Type-Options", "nosniff")
                .withBody("{\"type\":\"https://clinic.example/problems/%s\",\"title\":\"%s\",\"status\":%d}"
                        .formatted(type, title, status));
    }

    @Override
    public String getName() {
        return "reception";
    }
}
