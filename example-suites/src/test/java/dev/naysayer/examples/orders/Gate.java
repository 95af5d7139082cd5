package dev.naysayer.examples.orders;

import static dev.naysayer.examples.liberty.Liberty.FORM_TAKEN;
import static dev.naysayer.examples.liberty.Liberty.HEADER_ALONE_COUNTS;
import static dev.naysayer.examples.liberty.Liberty.HEAVY_CREDENTIALS_READ;
import static dev.naysayer.examples.liberty.Liberty.OTHER_PLACES_TAKEN;
import static dev.naysayer.examples.liberty.Liberty.QUERY_TAKEN;
import static dev.naysayer.examples.liberty.Liberty.UNREADABLE_IS_BAD_REQUEST;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Cookie;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.naysayer.examples.liberty.Liberty;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Stands before every operation: lets the request through, or answers it with a refusal. */
final class Gate implements ResponseDefinitionTransformerV2 {

    /** The stub parameter that names the scope an operation needs. */
    static final String SCOPE = "scope";

    /** The stub parameter of what is answered before anybody asks for credentials. */
    static final String OPEN = "open";

    /** The stub parameter that names the style of an operation whose refusals differ from those of the API. */
    static final String STYLE = "style";

    // RFC 6750 section 2.1
    private static final Pattern BEARER = Pattern.compile("[A-Za-z0-9._~+/-]+=*");
    private static final String QUERY_OR_FORM = "access_token";
    private static final Set<String> OTHER_HEADERS =
            Set.of("X-Auth-Token", "X-Access-Token", "X-Forwarded-Access-Token");
    private static final int LONGEST = 8 * 1_024;

    private final TokenCheck check;
    private final RefusalStyle style;
    private final Deviation deviation;
    private final Set<Liberty> liberties;

    Gate(TokenCheck check, RefusalStyle style, Deviation deviation, Set<Liberty> liberties) {
        this.check = check;
        this.style = style;
        this.deviation = deviation;
        this.liberties = liberties;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        Parameters operation = event.getTransformerParameters();
        if (operation.containsKey(OPEN) || NoOperation.isAnsweredFirst(event, liberties)) {
            return event.getResponseDefinition();
        }
        AuthorizationField field = AuthorizationField.of(event.getRequest(), liberties);
        String scope = operation.getString(SCOPE, "");
        try {
            return deviation
                    .judge(event.getRequest(), grounds(event.getRequest(), field, scope))
                    .map(ground -> Refusals.because(ground, String.join(", ", field.lines()), scope))
                    .map(styleOf(operation)::applyTo)
                    .map(refusal -> deviation.spoil(refusal).freely(liberties).response())
                    .orElseGet(() -> served(event));
        } catch (IssuerKeys.Unreachable e) {
            // Whether the token is good is not known, so nothing may be said of it.
            return OrdersApi.problem(503, "keys-unavailable", "Keys unavailable", "Try again later.")
                    .build();
        }
    }

    private RefusalStyle styleOf(Parameters operation) {
        return operation.containsKey(STYLE) ? RefusalStyle.valueOf(operation.getString(STYLE)) : style;
    }

    /** What a token in the query opens is kept by nobody else (RFC 6750 section 2.3). */
    private ResponseDefinition served(ServeEvent event) {
        return liberties.contains(QUERY_TAKEN) && inQuery(event.getRequest()).isPresent()
                ? ResponseDefinitionBuilder.like(event.getResponseDefinition())
                        .but()
                        .withHeader("Cache-Control", "private")
                        .build()
                : event.getResponseDefinition();
    }

    private Set<Ground> grounds(Request request, AuthorizationField field, String scope) {
        if (field.repeated()) {
            return EnumSet.of(Ground.REPEATED_CREDENTIALS);
        }
        if (field.value().isEmpty()) {
            return elsewhere(request)
                    .map(token -> check.grounds(token, scope))
                    .orElseGet(() -> EnumSet.of(Ground.NO_TOKEN));
        }
        if (field.value().length() > LONGEST && !liberties.contains(HEAVY_CREDENTIALS_READ)) {
            return EnumSet.of(Ground.OVERSIZED);
        }
        if (!field.scheme().equalsIgnoreCase("Bearer")) {
            return EnumSet.of(Ground.WRONG_SCHEME);
        }
        // RFC 6750 section 2: not more than one method to transmit the token
        if (!liberties.contains(HEADER_ALONE_COUNTS)
                && Stream.of(inQuery(request), inForm(request)).anyMatch(Optional::isPresent)) {
            return EnumSet.of(Ground.TOKEN_IN_TWO_PLACES);
        }
        return field.credential()
                .filter(BEARER.asMatchPredicate())
                .map(token -> check.grounds(token, scope))
                .orElseGet(() -> EnumSet.of(
                        liberties.contains(UNREADABLE_IS_BAD_REQUEST)
                                ? Ground.BROKEN_REQUEST
                                : Ground.MALFORMED_TOKEN));
    }

    /** A token in a place that nobody has to look at. */
    private Optional<String> elsewhere(Request request) {
        Stream<Optional<String>> places = Stream.of(
                inQuery(request).filter(token -> liberties.contains(QUERY_TAKEN)),
                inForm(request)
                        .filter(token -> liberties.contains(FORM_TAKEN)
                                && request.getMethod()
                                        .isOneOf(RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH)),
                inOtherPlaces(request).filter(token -> liberties.contains(OTHER_PLACES_TAKEN)));
        return places.flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> inQuery(Request request) {
        return Optional.of(request.queryParameter(QUERY_OR_FORM))
                .filter(parameter -> parameter.isPresent())
                .map(parameter -> parameter.firstValue());
    }

    private static Optional<String> inForm(Request request) {
        return Optional.of(request.formParameter(QUERY_OR_FORM))
                .filter(parameter -> parameter.isPresent())
                .map(parameter -> parameter.firstValue());
    }

    private static Optional<String> inOtherPlaces(Request request) {
        Cookie cookie = request.getCookies().get(QUERY_OR_FORM);
        Stream<String> inHeaders =
                OTHER_HEADERS.stream().map(request::getHeader).filter(Objects::nonNull);
        return Stream.concat(cookie == null ? Stream.of() : Stream.of(cookie.getValue()), inHeaders)
                .findFirst();
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
