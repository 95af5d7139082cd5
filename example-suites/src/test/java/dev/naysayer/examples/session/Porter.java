package dev.naysayer.examples.session;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Stands before everything: opens and ends sessions, and lets in who has one and has not been sent by another site. */
final class Porter implements ResponseDefinitionTransformerV2 {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final String GUARDED = "; Path=/; HttpOnly; SameSite=Lax";

    private final Flaw flaw;
    private final boolean free;
    private final Sessions sessions;

    /** @param sessions those that are open */
    Porter(Flaw flaw, boolean free, Sessions sessions) {
        this.flaw = flaw;
        this.free = free;
        this.sessions = sessions;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        Request request = event.getRequest();
        String path = request.getUrl().split("[?]", 2)[0];
        boolean posted = request.getMethod().value().equals("POST");
        if (posted && path.equals("/login")) {
            return logIn(request).build();
        }
        Optional<ResponseDefinitionBuilder> refusal = refusal(request);
        if (refusal.isEmpty() && posted && path.equals("/logout")) {
            return logOut(request).build();
        }
        return refusal.map(ResponseDefinitionBuilder::build).orElse(event.getResponseDefinition());
    }

    /** A new session, whatever was there before. */
    private ResponseDefinitionBuilder logIn(Request request) {
        if (!request.getBodyAsString().equals("{\"user\":\"ada\",\"password\":\"" + MembersApi.PASSWORD + "\"}")) {
            return unauthorized();
        }
        List<String> before = cookies(request, "SESSION");
        String session =
                flaw == Flaw.SESSION_KEPT && !before.isEmpty() ? sessions.open(before.get(0)) : sessions.open();
        return aResponse()
                .withStatus(204)
                .withHeader(
                        "Set-Cookie",
                        "SESSION=" + session + (flaw == Flaw.COOKIE_READABLE ? "; Path=/; SameSite=Lax" : GUARDED))
                .withHeader(
                        "Set-Cookie", "XSRF-TOKEN=" + sessions.token(session).orElseThrow() + "; Path=/; SameSite=Lax");
    }

    private ResponseDefinitionBuilder logOut(Request request) {
        if (flaw != Flaw.LOGOUT_FORGOTTEN) {
            cookies(request, "SESSION").forEach(sessions::end);
        }
        ResponseDefinitionBuilder done = aResponse().withStatus(204);
        return flaw == Flaw.COOKIE_LEFT ? done : done.withHeader("Set-Cookie", "SESSION=; Max-Age=0" + GUARDED);
    }

    private Optional<ResponseDefinitionBuilder> refusal(Request request) {
        List<String> presented = cookies(request, "SESSION");
        if (presented.size() > 1 && !free) {
            return Optional.of(MembersApi.problem(400, "Several sessions"));
        }
        Optional<String> token = presented.stream().findFirst().flatMap(sessions::token);
        boolean tokenFirst = free || flaw == Flaw.TOKEN_FIRST;
        if (tokenFirst && !SAFE.contains(request.getMethod().value()) && !isOurs(request, token)) {
            return Optional.of(forged());
        }
        if (token.isEmpty()) {
            return Optional.of(unauthorized());
        }
        return SAFE.contains(request.getMethod().value()) || isOurs(request, token)
                ? Optional.empty()
                : Optional.of(forged());
    }

    /** Whether the request comes from a page of ours: it has the session's token, in header and cookie. */
    private boolean isOurs(Request request, Optional<String> token) {
        if (flaw == Flaw.FORGERY_UNSEEN) {
            return true;
        }
        boolean elsewhere =
                request.containsHeader("Origin") || "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
        String shown = token(request);
        boolean twice = cookies(request, "XSRF-TOKEN").contains(shown);
        boolean known = flaw == Flaw.TOKENS_SHARED
                ? sessions.isAnyToken(shown)
                : token.filter(shown::equals).isPresent();
        return (free || !elsewhere) && twice && known;
    }

    /** Scripts say it in a header, pages in a field of their form. */
    private String token(Request request) {
        if (free && request.queryParameter("_csrf").isPresent()) {
            return request.queryParameter("_csrf").firstValue();
        }
        return request.containsHeader("X-XSRF-TOKEN")
                ? request.getHeader("X-XSRF-TOKEN")
                : request.formParameter("_csrf").isPresent()
                        ? request.formParameter("_csrf").firstValue()
                        : "";
    }

    private ResponseDefinitionBuilder forged() {
        return switch (flaw) {
            case MISSING_TOKEN_CRASHES -> MembersApi.problem(500, "No token");
            case MISSING_TOKEN_IS_401 -> unauthorized();
            default -> MembersApi.problem(403, "Not from our page");
        };
    }

    private ResponseDefinitionBuilder unauthorized() {
        if (flaw == Flaw.LOGIN_PAGE) {
            return aResponse().withStatus(302).withHeader("Location", "/login").withHeader("Cache-Control", "no-store");
        }
        // No auth-scheme is registered for sessions, and a 401 needs a challenge (RFC 9110 section 15.5.2).
        ResponseDefinitionBuilder refused =
                MembersApi.problem(401, "Log in").withHeader("WWW-Authenticate", "Session realm=\"members\"");
        return flaw == Flaw.BARE_COOKIE
                ? refused.withHeader("Set-Cookie", "SESSION=" + sessions.open() + "; Path=/")
                : refused;
    }

    private static List<String> cookies(Request request, String name) {
        HttpHeader header = request.header("Cookie");
        return (header.isPresent() ? header.values().stream() : Stream.<String>empty())
                .flatMap(line -> Arrays.stream(line.split(";", -1)))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1))
                .toList();
    }

    @Override
    public String getName() {
        return "porter";
    }

    @Override
    public boolean applyGlobally() {
        return true;
    }
}
