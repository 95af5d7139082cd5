package dev.naysayer.examples.orders;

import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Stands before every operation: lets the request through, or answers it with a refusal. */
final class Gate implements ResponseDefinitionTransformerV2 {

    /** The stub parameter that names the scope an operation needs. */
    static final String SCOPE = "scope";

    // RFC 6750 section 2.1
    private static final Pattern B64TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    private final TokenCheck check;
    private final Deviation deviation;

    Gate(TokenCheck check, Deviation deviation) {
        this.check = check;
        this.deviation = deviation;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        List<String> presented = authorizations(event.getRequest());
        String scope = event.getTransformerParameters().getString(SCOPE, "");
        return grounds(presented, scope).stream()
                .filter(ground -> !deviation.overlooks(ground))
                .findFirst()
                .map(ground -> Refusals.because(ground, String.join(", ", presented), scope))
                .map(refusal -> deviation.spoil(refusal).response())
                .orElse(event.getResponseDefinition());
    }

    private static List<String> authorizations(Request request) {
        HttpHeader header = request.header("Authorization");
        return header.isPresent() ? header.values() : List.of();
    }

    private Set<Ground> grounds(List<String> authorizations, String scope) {
        if (authorizations.size() > 1) {
            return EnumSet.of(Ground.REPEATED_CREDENTIALS);
        }
        String authorization = String.join("", authorizations).strip();
        if (authorization.isEmpty()) {
            return EnumSet.of(Ground.NO_TOKEN);
        }
        int end = authorization.indexOf(' ');
        String scheme = end < 0 ? authorization : authorization.substring(0, end);
        if (!scheme.equalsIgnoreCase("Bearer")) {
            return EnumSet.of(Ground.WRONG_SCHEME);
        }
        String token = authorization.substring(scheme.length()).strip();
        return B64TOKEN.matcher(token).matches() ? check.grounds(token, scope) : EnumSet.of(Ground.MALFORMED_TOKEN);
    }

    @Override
    public String getName() {
        return "gate";
    }

    @Override
    public boolean applyGlobally() {
        return true;
    }
}
