package dev.naysayer.examples.orders;

import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands before every operation: lets the request through, or answers it with a refusal. */
final class Gate implements ResponseDefinitionTransformerV2 {

    /** The stub parameter that names the scope an operation needs. */
    static final String SCOPE = "scope";

    // RFC 9110 section 11.4; the scheme is a token of section 5.6.2.
    private static final Pattern CREDENTIALS = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]*)(.*)", Pattern.DOTALL);
    // RFC 6750 section 2.1
    private static final Pattern BEARER = Pattern.compile(" +([A-Za-z0-9._~+/-]+=*)");
    private static final Pattern SURROUNDING_BLANKS = Pattern.compile("^[ \t]+|[ \t]+$");
    private static final String QUERY_OR_FORM = "access_token";
    private static final int LONGEST = 48 * 1_024;

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
        try {
            return deviation
                    .judge(event.getRequest(), grounds(event.getRequest(), presented, scope))
                    .map(ground -> Refusals.because(ground, String.join(", ", presented), scope))
                    .map(refusal -> deviation.spoil(refusal).response())
                    .orElse(event.getResponseDefinition());
        } catch (IssuerKeys.Unreachable e) {
            // Whether the token is good is not known, so nothing may be said of it.
            return OrdersApi.problem(503, "keys-unavailable", "Keys unavailable", "Try again later.")
                    .withHeader("Cache-Control", "no-store")
                    .build();
        }
    }

    private static List<String> authorizations(Request request) {
        HttpHeader header = request.header("Authorization");
        return header.isPresent() ? header.values() : List.of();
    }

    private Set<Ground> grounds(Request request, List<String> authorizations, String scope) {
        if (authorizations.size() > 1) {
            return EnumSet.of(Ground.REPEATED_CREDENTIALS);
        }
        String authorization =
                SURROUNDING_BLANKS.matcher(String.join("", authorizations)).replaceAll("");
        if (authorization.isEmpty()) {
            return EnumSet.of(Ground.NO_TOKEN);
        }
        if (authorization.length() > LONGEST) {
            return EnumSet.of(Ground.OVERSIZED);
        }
        Matcher credentials = CREDENTIALS.matcher(authorization);
        if (!credentials.matches() || !credentials.group(1).equalsIgnoreCase("Bearer")) {
            return EnumSet.of(Ground.WRONG_SCHEME);
        }
        // RFC 6750 section 2: not more than one method to transmit the token
        if (request.queryParameter(QUERY_OR_FORM).isPresent()
                || request.formParameter(QUERY_OR_FORM).isPresent()) {
            return EnumSet.of(Ground.TOKEN_IN_TWO_PLACES);
        }
        Matcher bearer = BEARER.matcher(credentials.group(2));
        return bearer.matches() ? check.grounds(bearer.group(1), scope) : EnumSet.of(Ground.MALFORMED_TOKEN);
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
