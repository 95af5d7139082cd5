package dev.naysayer.engine.credential.source;

import static dev.naysayer.engine.credential.source.TrialServer.Reply.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.NamedSettings.Setting;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.BasicPair;
import dev.naysayer.engine.credential.LoginAnswer;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.SourceContext;
import dev.naysayer.engine.credential.SourceFailed;
import dev.naysayer.engine.credential.Token;
import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.credential.TokenRequest;
import dev.naysayer.engine.credential.TokenSupply;
import dev.naysayer.engine.credential.UnusableSource;
import dev.naysayer.engine.credential.jwt.JwtDraft;
import dev.naysayer.engine.credential.source.TrialServer.Asked;
import dev.naysayer.engine.credential.source.TrialServer.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a log-in sends, and what is made of its answer. */
class LoginTest {

    private static final TokenRequest GOOD = TokenRequest.good(List.of("orders:read"));

    private final String password = "password " + UUID.randomUUID() + "/ü&";
    private final String session = "session-" + UUID.randomUUID();
    private final String csrf = "csrf-" + UUID.randomUUID();
    private final TrialServer server = TrialServer.start();
    private final TrialContext trial = new TrialContext();
    private final AtomicInteger logins = new AtomicInteger();

    @AfterEach
    void stop() {
        server.close();
    }

    private SourceContext context() {
        return trial.at(new LoopbackHttp(), server.url() + "/v1/");
    }

    private TokenSupply supply(String... settings) throws UnusableSource {
        return new Login().open(Declared.source("login", settings), context());
    }

    private String pair(String user) {
        return "{\"%s\":\"anna\",\"password\":\"%s\"}".formatted(user, password);
    }

    private Reply page(int status) {
        return new Reply(status, "text/html", "<p>hello</p>");
    }

    private static SourceFailed failure(TokenSupply supply) {
        return catchThrowableOfType(SourceFailed.class, () -> supply.token(GOOD));
    }

    @Test
    void json_is_sent_below_the_base_url_and_a_token_is_found_by_its_pointer() throws Exception {
        server.on("/v1/login", json(200, "{\"data\":{\"token\":\"" + session + "\"},\"lives\":300}"));

        Token token = supply(
                        "request",
                        "POST /login",
                        "json",
                        pair("user"),
                        "headers",
                        "{\"X-Requested-With\":\"XMLHttpRequest\"}",
                        "token",
                        "/data/token",
                        "expires-in",
                        "/lives")
                .token(GOOD);

        assertThat(token.text().reveal()).isEqualTo(session);
        assertThat(token.expiresAt()).isEqualTo(TrialContext.START.plusSeconds(270));
        assertThat(server.asked("/v1/login")).singleElement().satisfies(it -> {
            assertThat(it.method()).isEqualTo("POST");
            assertThat(it.content()).isEqualTo(pair("user"));
            assertThat(it.field("Content-Type")).isEqualTo("application/json");
            assertThat(it.field("X-Requested-With")).isEqualTo("XMLHttpRequest");
        });
        assertThat(trial.secrets).contains(session);
    }

    @Test
    void what_came_by_reference_is_hidden_and_what_stands_in_the_suite_is_not() throws Exception {
        Map<String, Setting> settings = new HashMap<>(
                Declared.source("login", "request", "POST /login", "form", pair("user"), "token", "/token")
                        .settings());
        settings.computeIfPresent(
                "form", (name, form) -> new Setting(form.at(), form.value(), null, List.of(new Secret(password))));

        new Login().open(new NamedSettings(Declared.line(4), "login", settings), context());

        assertThat(trial.secrets).containsExactly(password);
    }

    @Test
    void a_form_or_basic_is_sent_and_a_token_is_found_in_a_header() throws Exception {
        server.on("/v1/form", it -> page(200).with("Authorization", "Bearer " + session));
        server.on("/v1/basic", it -> json(201, "{}").with("X-Auth-Token", session));

        Token ofForm = supply(
                        "request", "POST /form", "form", pair("j_username"), "token", "{\"header\":\"authorization\"}")
                .token(GOOD);
        Token ofBasic = supply("request", "GET /basic", "basic", pair("user"), "token", "{\"header\":\"X-Auth-Token\"}")
                .token(GOOD);

        assertThat(List.of(ofForm.text().reveal(), ofBasic.text().reveal())).containsExactly(session, session);
        assertThat(server.asked("/v1/form").get(0).form())
                .containsOnly(Map.entry("j_username", "anna"), Map.entry("password", password));
        Asked basic = server.asked("/v1/basic").get(0);
        assertThat(basic.method()).isEqualTo("GET");
        assertThat(basic.authorization()).startsWith("Basic ");
        Secret sent = new Secret(basic.authorization().substring("Basic ".length()));
        assertThat(trial.secrets).contains(BasicPair.hidden(sent).reveal()).doesNotContain(sent.reveal());
    }

    /** As a web application does it: a page with a hidden field, a redirect, a session of its own afterwards. */
    private void webApplication() {
        server.on(
                "/v1/login",
                it -> it.method().equals("GET")
                        ? new Reply(
                                        200,
                                        "text/html",
                                        "<form><input name='user'><input type=\"hidden\" name=\"_csrf\" value=\"" + csrf
                                                + "&#x3D;\"></form>")
                                .with("Set-Cookie", "SESSION=nobody; Path=/; HttpOnly", "other=1")
                        : !it.parameter("password").equals(password)
                                ? page(302)
                                : page(302)
                                        .with(
                                                "Set-Cookie",
                                                "SESSION=%s-%d; HttpOnly".formatted(session, logins.incrementAndGet()),
                                                "other=; Max-Age=0"));
    }

    private String[] webLogin(String secret, String token) {
        return new String[] {
            "first",
            "{\"request\":\"GET /login\",\"keep\":{\"csrf\":{\"field\":\"_csrf\"}}}",
            "request",
            "POST /login",
            "form",
            "{\"user\":\"anna\",\"password\":\"%s\",\"_csrf\":\"{csrf}\"}".formatted(secret),
            "token",
            token
        };
    }

    @Test
    void a_session_is_opened_in_two_requests_with_a_value_and_the_cookies_of_the_first() throws Exception {
        webApplication();

        Token token = supply(webLogin(password, "{\"cookie\":\"SESSION\"}")).token(GOOD);

        assertThat(token.text().reveal()).isEqualTo(session + "-1");
        assertThat(token.expiresAt()).isNull();
        Asked login = server.asked("/v1/login").get(1);
        assertThat(login.parameter("_csrf")).isEqualTo(csrf + "=");
        assertThat(login.field("Cookie")).isEqualTo("SESSION=nobody; other=1");
        assertThat(trial.secrets).contains(csrf + "=", "nobody", session + "-1");
    }

    @Test
    void the_session_that_was_there_before_is_not_taken_for_one_where_the_login_leads_back() throws Exception {
        webApplication();

        assertThat(failure(supply(webLogin("wrong", "{\"cookie\":\"SESSION\"}"))))
                .hasMessage(
                        "POST %s/v1/login answers 302 to 127.0.0.1 and sets no cookie SESSION:".formatted(server.url())
                                + " check 'token', and whether 'form' below 'login' is right");
    }

    @Test
    void a_value_that_is_asked_for_after_the_login_belongs_to_its_session_and_both_are_of_one_login() throws Exception {
        server.on(
                "/v1/login",
                it -> json(200, "{}")
                        .with("Set-Cookie", "SESSION=%s-%d; Max-Age=600".formatted(session, logins.incrementAndGet())));
        server.on(
                "/v1/csrf",
                it -> json(
                        200,
                        "{\"token\":\"%s of %s\"}"
                                .formatted(csrf, it.field("Cookie"))
                                .replace(' ', '.')
                                .replace('=', '.')));
        SourceContext shared = context();
        List<String> login = List.of(
                "first",
                "{\"request\":\"POST /login\",\"json\":%s}".formatted(pair("user")),
                "request",
                "GET /csrf",
                "token");
        TokenSupply cookie = open(shared, login, "{\"cookie\":\"SESSION\"}");
        // How long each says that it holds parts no log-in.
        List<String> bounded =
                Stream.concat(Stream.of("expires-in", "900"), login.stream()).toList();
        TokenSupply value = open(shared, bounded, "/token");

        assertThat(cookie.token(GOOD).text().reveal()).isEqualTo(session + "-1");
        assertThat(value.token(GOOD).text().reveal()).isEqualTo(csrf + ".of.SESSION." + session + "-1");
        assertThat(value.token(GOOD).expiresAt()).isEqualTo(TrialContext.START.plusSeconds(570));
        trial.pass(Duration.ofSeconds(570));
        assertThat(value.token(GOOD).text().reveal()).isEqualTo(csrf + ".of.SESSION." + session + "-2");
        assertThat(cookie.token(GOOD).text().reveal()).isEqualTo(session + "-2");
        assertThat(server.asked("/v1/login")).hasSize(2);
    }

    /** A page shows the value of the session that is open: so the log-in stands in the middle. */
    @Test
    void what_goes_before_may_have_something_before_it() throws Exception {
        webApplication();
        server.on("/v1/new", it -> page(200).with("X-Token", it.field("Cookie")));

        TokenSupply supply =
                supply("first", """
                {"request": "POST /login", "form": {"user": "anna", "password": "%s", "_csrf": "{csrf}"},
                 "first": {"request": "GET /login", "keep": {"csrf": {"field": "_csrf"}}}}""".formatted(password), "request", "GET /new", "token", "{\"header\":\"X-Token\"}");

        assertThat(supply.token(GOOD).text().reveal()).isEqualTo("SESSION=" + session + "-1");
        assertThat(server.asked("/v1/login")).hasSize(2);
        assertThat(server.asked("/v1/login").get(1).parameter("_csrf")).isEqualTo(csrf + "=");
    }

    private static TokenSupply open(SourceContext context, List<String> settings, String token) throws UnusableSource {
        List<String> all = new ArrayList<>(settings);
        all.add(token);
        return new Login().open(Declared.source("login", all.toArray(String[]::new)), context);
    }

    @Test
    void each_server_gets_the_cookies_back_that_it_has_set() throws Exception {
        try (TrialServer other = TrialServer.start()) {
            server.on("/v1/start", it -> json(200, "{}").with("Set-Cookie", "SESSION=nobody"));
            server.on("/v1/page", it -> json(200, "{\"token\":\"%s\"}".formatted(session)));
            other.on("/login", json(200, "{}").with("Set-Cookie", "ticket=" + session));

            supply(
                            "first",
                            "{\"first\":{\"request\":\"GET /start\"},\"request\":\"GET %s/login\"}"
                                    .formatted(other.url()),
                            "request",
                            "GET /page",
                            "token",
                            "/token")
                    .token(GOOD);

            assertThat(other.asked("/login").get(0).field("Cookie")).isEmpty();
            assertThat(server.asked("/v1/page").get(0).field("Cookie")).isEqualTo("SESSION=nobody");
        }
    }

    @Test
    void cookies_of_the_first_request_go_to_no_other_server() throws Exception {
        try (TrialServer other = TrialServer.start()) {
            server.on("/v1/start", it -> json(200, "{}").with("Set-Cookie", "SESSION=nobody"));
            other.on("/login", json(200, "{\"token\":\"" + session + "\"}"));

            supply(
                            "first",
                            "{\"request\":\"GET /start\"}",
                            "request",
                            "POST %s/login".formatted(other.url()),
                            "json",
                            pair("user"),
                            "token",
                            "/token")
                    .token(GOOD);

            assertThat(other.asked("/login"))
                    .singleElement()
                    .satisfies(it -> assertThat(it.field("Cookie")).isEmpty());
        }
    }

    @Test
    void a_login_happens_once_and_again_shortly_before_its_token_expires() throws Exception {
        server.on(
                "/v1/login",
                it -> json(
                        200,
                        "{\"token\":\"%s\"}"
                                .formatted(TrialKeys.unsigned("{\"exp\":%d,\"jti\":\"%d\"}"
                                        .formatted(
                                                trial.clock.instant().getEpochSecond() + 100,
                                                logins.incrementAndGet())))));
        TokenSupply supply = supply("request", "POST /login", "json", pair("user"), "token", "/token");

        Token first = supply.token(GOOD);
        trial.pass(Duration.ofSeconds(74));
        assertThat(supply.token(TokenRequest.good(List.of("orders:write")))).isEqualTo(first);
        assertThat(logins).hasValue(1);

        trial.pass(Duration.ofSeconds(1));
        assertThat(supply.token(GOOD)).isNotEqualTo(first);
        assertThat(logins).hasValue(2);
    }

    @Test
    void a_server_that_fails_is_asked_again_after_a_while_and_one_that_says_no_is_not() throws Exception {
        server.on("/v1/login", json(503, "{}"));
        TokenSupply supply = supply("request", "POST /login", "json", pair("user"), "token", "/token");
        failure(supply);
        trial.pass(Duration.ofSeconds(29));
        failure(supply);
        assertThat(server.asked("/v1/login")).hasSize(1);

        trial.pass(Duration.ofSeconds(1));
        server.on("/v1/login", json(401, "{}"));
        failure(supply);
        trial.pass(Duration.ofHours(1));
        assertThat(failure(supply))
                .hasMessage("POST %s/v1/login answers 401: check 'json' below 'login'".formatted(server.url()));
        assertThat(server.asked("/v1/login")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | answers 400: check 'json' below 'login'",
                "404 | answers 404: check 'request'",
                "415 | answers 415: send what it takes, 'json' or 'form'",
                "429 | answers 429, and asks to wait 30 s: let fewer runs ask it at a time",
                "500 | answers 500: look into the server's log",
                "200 | answers 200 and has no text at /token: check 'token', and whether 'json' below 'login' is right",
                "0 | gives no answer (no answer came): check 'request' and that the server can be reached from here"
            })
    void a_login_that_gives_no_token_says_what_to_change_and_quotes_nothing(int status, String said) throws Exception {
        server.on("/v1/login", it -> json(status, it.content()));

        assertThat(failure(supply("request", "POST /login?key=1", "json", pair("user"), "token", "/token")))
                .hasMessage("POST %s/v1/login %s".formatted(server.url(), said))
                .hasNoCause();
    }

    @Test
    void a_first_request_that_does_not_give_what_is_kept_is_told() throws Exception {
        server.on("/v1/login", page(401));

        assertThat(failure(supply(webLogin(password, "/token"))))
                .hasMessage("GET %s/v1/login answers 401 and shows no field _csrf: check 'keep' below 'first'"
                        .formatted(server.url()));
        assertThat(failure(supply(
                        "first",
                        "{\"request\":\"POST /login\",\"basic\":%s}".formatted(pair("user")),
                        "request",
                        "GET /csrf",
                        "token",
                        "/token")))
                .hasMessage("POST %s/v1/login answers 401: check 'basic' below 'first'".formatted(server.url()));
    }

    @Test
    void what_is_no_token_or_has_expired_is_not_sent() throws Exception {
        server.on("/v1/login", json(200, "{\"token\":\"two words\"}"));
        assertThat(failure(supply("request", "POST /login", "json", pair("user"), "token", "/token")))
                .hasMessage("POST %s/v1/login answers 200 and gives what is no token, it holds a blank: check 'token'"
                        .formatted(server.url()));

        server.on("/v1/login", json(200, "{\"token\":\"" + TrialKeys.unsigned("{\"exp\":5}") + "\"}"));
        assertThat(failure(supply("request", "POST /login", "json", pair("user"), "token", "/token")))
                .hasMessageEndingWith("gives what has expired already: compare the clocks of both machines");
    }

    @Test
    void a_credential_that_is_wrong_is_not_obtainable() throws Exception {
        TokenSupply supply = supply("request", "POST /login", "json", pair("user"), "token", "/token");

        assertThat(catchThrowableOfType(
                        NotObtainable.class,
                        () -> supply.token(new TokenRequest("expired-token", TokenNeed.Kind.EXPIRED, List.of()))))
                .hasMessage("because a log-in gives good credentials only,"
                        + " add one that is wrong in this way below 'token', as 'expired-token'");
        assertThat(server.asked("/v1/login")).isEmpty();
    }

    private TokenRequest request(String condition, TokenNeed need) {
        return new TokenRequest(condition, need, List.of());
    }

    @Test
    void what_is_logged_out_is_of_a_log_in_of_its_own_and_sends_what_that_gave() throws Exception {
        TokenSupply supply = supply(
                "request",
                "POST /login",
                "json",
                pair("user"),
                "token",
                "{\"cookie\":\"SESSION\"}",
                "logout",
                "{\"request\":\"DELETE /session\",\"headers\":{\"X-XSRF-TOKEN\":\"{csrf}\"},\"keep\":{\"csrf\":{\"header\":\"X-Token\"}}}");
        server.on("/v1/session", page(204));
        server.on(
                "/v1/login",
                page(200).with("Set-Cookie", "SESSION=first-" + session).with("X-Token", "one"));
        String good = supply.token(GOOD).text().reveal();
        server.on(
                "/v1/login",
                page(200).with("Set-Cookie", "SESSION=second-" + session).with("X-Token", csrf));

        assertThat(supply.token(request("logged-out-session", TokenNeed.Kind.REVOKED))
                        .text()
                        .reveal())
                .isEqualTo("second-" + session);
        assertThat(supply.token(GOOD).text().reveal()).isEqualTo(good);
        assertThat(server.asked("/v1/session")).singleElement().satisfies(it -> {
            assertThat(it.method()).isEqualTo("DELETE");
            assertThat(it.field("Cookie")).isEqualTo("SESSION=second-" + session);
            assertThat(it.field("X-XSRF-TOKEN")).isEqualTo(csrf);
        });
    }

    @Test
    void a_session_that_ends_is_of_a_log_in_of_its_own_and_waited_for() throws Exception {
        List<Duration> waits = new ArrayList<>();
        server.on("/v1/login", page(200).with("Set-Cookie", "SESSION=first-" + session));
        LoginTokens supply = (LoginTokens) supply(
                "request",
                "POST /login",
                "json",
                pair("user"),
                "token",
                "{\"cookie\":\"SESSION\"}",
                "expires-in",
                "40");
        LoginTokens waiting = new LoginTokens(
                supply.session(),
                supply.place(),
                null,
                supply.published(),
                new Expiring(context(), Duration.ofSeconds(5), waits::add));
        String good = waiting.token(GOOD).text().reveal();
        server.on("/v1/login", page(200).with("Set-Cookie", "SESSION=second-" + session));

        assertThat(waiting.token(request("expired-session", TokenNeed.Kind.EXPIRED))
                        .text()
                        .reveal())
                .isEqualTo("second-" + session);
        assertThat(waits)
                .singleElement()
                .satisfies(wait -> assertThat(wait).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(46)));
        assertThat(waiting.token(GOOD).text().reveal()).isEqualTo(good);
    }

    @Test
    void a_session_is_not_waited_for_that_lives_too_long_or_as_long_as_nobody_says() throws Exception {
        server.on("/v1/login", page(200).with("Set-Cookie", "SESSION=" + session));
        String[] login = {"request", "POST /login", "json", pair("user"), "token", "{\"cookie\":\"SESSION\"}"};
        TokenRequest ended = request("expired-session", TokenNeed.Kind.EXPIRED);

        assertThat(catchThrowableOfType(NotObtainable.class, () -> supply(login).token(ended)))
                .hasMessage("because nobody says how long a log-in holds, add 'expires-in: 60' below 'login',"
                        + " or one that has ended below 'token', as 'expired-session'");
        TokenSupply tooLong = supply(Stream.concat(Arrays.stream(login), Stream.of("expires-in", "3600"))
                .toArray(String[]::new));
        assertThat(catchThrowableOfType(NotObtainable.class, () -> tooLong.token(ended)))
                .hasMessage("because a log-in holds 3600 s, longer than the 120 s that a run waits,"
                        + " add one that has ended below 'token', as 'expired-session'");
    }

    @Test
    void a_logout_that_is_refused_says_so_and_one_that_nobody_names_is_not_obtainable() throws Exception {
        server.on("/v1/login", page(200).with("Set-Cookie", "SESSION=" + session));
        server.on("/v1/logout", page(403));
        String[] login = {"request", "POST /login", "json", pair("user"), "token", "{\"cookie\":\"SESSION\"}"};
        TokenRequest ended = request("logged-out-session", TokenNeed.Kind.REVOKED);
        TokenSupply silent = supply(login);
        TokenSupply refused = supply(Stream.concat(Arrays.stream(login), Stream.of("logout", "POST /logout"))
                .toArray(String[]::new));

        assertThat(catchThrowableOfType(NotObtainable.class, () -> silent.token(ended)))
                .hasMessage(
                        "because the suite does not say what ends a log-in, add 'logout: POST /logout' below 'login'");
        assertThat(catchThrowableOfType(SourceFailed.class, () -> refused.token(ended)))
                .hasMessageStartingWith("POST %s/v1/logout answers 403".formatted(server.url()))
                .hasMessageEndingWith(
                        "check 'logout', and whether it needs a token against forged requests, by 'keep'");
    }

    @Test
    void what_becomes_of_cookies_at_a_log_in_and_a_logout_is_told_without_their_values() throws Exception {
        server.on(
                "/v1/login",
                it -> page(200)
                        .with("Set-Cookie", "SESSION=%s-%d; HttpOnly".formatted(session, logins.incrementAndGet())));
        server.on(
                "/v1/logout",
                page(204).with("Set-Cookie", "SESSION=; Max-Age=0").with("X-Token", session));
        TokenSupply supply = supply(
                "request",
                "POST /login",
                "json",
                pair("user"),
                "token",
                "{\"cookie\":\"SESSION\"}",
                "logout",
                "POST /logout");

        supply.token(GOOD);
        supply.token(request("logged-out-session", TokenNeed.Kind.REVOKED));

        assertThat(supply.logins())
                .extracting(
                        LoginAnswer::method,
                        it -> it.uri().getPath(),
                        LoginAnswer::ended,
                        LoginAnswer::status,
                        it -> it.fields().stream()
                                .filter(field -> !field.name().equalsIgnoreCase("Date"))
                                .map(field ->
                                        field.name() + ": " + field.value().reveal())
                                .toList())
                .containsExactly(
                        tuple("POST", "/v1/login", null, 200, List.of("set-cookie: SESSION=***; HttpOnly")),
                        tuple("POST", "/v1/logout", "SESSION", 204, List.of("set-cookie: SESSION=; Max-Age=0")));
    }

    @Test
    void what_was_there_before_a_log_in_goes_along_with_it() throws Exception {
        server.on("/v1/login", page(200).with("Set-Cookie", "SESSION=" + session));
        TokenSupply supply =
                supply("request", "POST /login", "json", pair("user"), "token", "{\"cookie\":\"SESSION\"}");

        String before = supply.token(request("session-before-login", TokenNeed.Kind.BEFORE_LOGIN))
                .text()
                .reveal();

        assertThat(before).hasSize(32).isNotEqualTo(session);
        assertThat(server.asked("/v1/login"))
                .extracting(it -> it.field("Cookie"))
                .containsExactly("", "SESSION=" + before);
    }

    /** Else the good session would be taken for the one that was there before, and the API be blamed for letting it in. */
    @Test
    void what_was_there_before_a_log_in_is_not_what_it_gave_where_a_page_is_asked_for_behind_it() throws Exception {
        server.on("/v1/login", page(200).with("Set-Cookie", "SESSION=" + session));
        server.on("/v1/page", json(200, "{}"));
        TokenSupply supply = supply(
                "first",
                "{\"request\":\"POST /login\",\"json\":%s}".formatted(pair("user")),
                "request",
                "GET /page",
                "token",
                "{\"cookie\":\"SESSION\"}");

        String before = supply.token(request("session-before-login", TokenNeed.Kind.BEFORE_LOGIN))
                .text()
                .reveal();

        assertThat(before).hasSize(32).isNotEqualTo(session);
        assertThat(server.asked("/v1/login").get(1).field("Cookie")).isEqualTo("SESSION=" + before);
        assertThat(server.asked("/v1/page").get(1).field("Cookie")).isEqualTo("SESSION=" + session);
    }

    @Test
    void the_same_session_again_is_no_other_one() throws Exception {
        server.on("/v1/login", page(200).with("Set-Cookie", "SESSION=" + session));
        TokenSupply supply =
                supply("request", "POST /login", "json", pair("user"), "token", "{\"cookie\":\"SESSION\"}");

        assertThat(catchThrowableOfType(
                        NotObtainable.class,
                        () -> supply.token(request("csrf-token-of-other-session", TokenNeed.Kind.OTHER_SESSION))))
                .hasMessageStartingWith("because a second log-in gives the same again");
    }

    @Test
    void the_keys_that_sign_its_tokens_are_asked_for_where_the_suite_says() throws Exception {
        RSAKey key = new RSAKeyGenerator(2048).keyID("1").generate();
        server.on("/jwks", json(200, new JWKSet(key.toPublicJWK()).toString()));
        JwtDraft good = JwtDraft.good(Map.of("alg", "RS256", "kid", "1"), Map.of());

        assertThat(supply("request", "POST /login", "json", "{}", "token", "/token", "jwks", server.url() + "/jwks")
                        .published()
                        .of(good))
                .isEqualTo(key.toPublicKey());
        assertThat(catchThrowableOfType(
                        NotObtainable.class,
                        () -> supply("request", "POST /login", "json", "{}", "token", "/token")
                                .published()
                                .of(good)))
                .isNotNull();
    }

    record Wrong(String name, int line, String message, String nextStep, List<String> settings) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Wrong wrong(String name, int line, String message, String nextStep, String... settings) {
        return new Wrong(name, line, message, nextStep, List.of(settings));
    }

    static Stream<Wrong> wrong_declarations() {
        return Stream.of(
                wrong(
                        "no method",
                        5,
                        "'request' is no method with a URL or a path",
                        "write 'request: POST /login', or 'request: POST https://login.example/session'",
                        "request",
                        "/login",
                        "token",
                        "/token"),
                wrong(
                        "no URL",
                        5,
                        "'request' leads to no URL of a server",
                        "write a path, /login, or https://host/path, without user name and fragment",
                        "request",
                        "POST login.example/session",
                        "token",
                        "/token"),
                wrong(
                        "in clear to another machine",
                        5,
                        "'request' is plain http to another machine: whoever is on the way can read the password",
                        "write https://, or say why it may be: 'allow-plain-http: …' at the top of the suite",
                        "request",
                        "POST http://login.example/session",
                        "token",
                        "/token"),
                wrong(
                        "two bodies",
                        7,
                        "a request has one body, and this is a second one",
                        "keep 'json' or 'form'",
                        "request",
                        "POST /login",
                        "json",
                        "{}",
                        "form",
                        "{}",
                        "token",
                        "/token"),
                wrong(
                        "a GET with a body",
                        6,
                        "a GET has no body",
                        "write 'request: POST …', or leave 'json' out",
                        "request",
                        "GET /login",
                        "json",
                        "{}",
                        "token",
                        "/token"),
                wrong(
                        "half a pair",
                        6,
                        "'basic' is a user name and a password",
                        "write 'basic: {user: anna, password: ${ANNA_PASSWORD}}'",
                        "request",
                        "POST /login",
                        "basic",
                        "{\"user\":\"anna\"}",
                        "token",
                        "/token"),
                wrong(
                        "a header that is made",
                        6,
                        "'content-length' is made for each request, and cannot be said",
                        "leave it out",
                        "request",
                        "POST /login",
                        "headers",
                        "{\"content-length\":5}",
                        "token",
                        "/token"),
                wrong(
                        "a header of two lines",
                        6,
                        "the header 'X-Tenant' holds a line end or another control character",
                        "let what it refers to give nothing else",
                        "request",
                        "POST /login",
                        "headers",
                        "{\"X-Tenant\":\"a\\r\\nb\"}",
                        "token",
                        "/token"),
                wrong(
                        "nested fields of a form",
                        6,
                        "'form' has one text for each name",
                        "write {name: value}",
                        "request",
                        "POST /login",
                        "form",
                        "{\"user\":{\"name\":\"anna\"}}",
                        "token",
                        "/token"),
                wrong(
                        "no place",
                        6,
                        "'token' names no place in an answer",
                        "write a JSON Pointer, /access_token, or {cookie: SESSION}, {header: X-Auth-Token}, {field: _csrf}",
                        "request",
                        "POST /login",
                        "token",
                        "access_token"),
                wrong(
                        "no time",
                        7,
                        "'expires-in' is neither a number of seconds nor a JSON Pointer",
                        "write 'expires-in: 1800', or 'expires-in: /expires_in'",
                        "request",
                        "POST /login",
                        "token",
                        "/token",
                        "expires-in",
                        "soon"),
                wrong(
                        "nothing is kept",
                        6,
                        "'{csrf}' stands for what no request before this one keeps",
                        "say where it comes from: 'first: {request: GET /login, keep: {csrf: {cookie: …}}}'",
                        "request",
                        "POST /login",
                        "form",
                        "{\"_csrf\":\"{csrf}\"}",
                        "token",
                        "/token"),
                wrong(
                        "a key that a first request does not have",
                        5,
                        "'first' has no key 'token'",
                        "known are: request, json, form, basic, headers, keep, first",
                        "first",
                        "{\"request\":\"GET /login\",\"token\":\"/csrf\"}",
                        "request",
                        "POST /login",
                        "token",
                        "/token"),
                wrong(
                        "something before the first that is no request",
                        5,
                        "'first' has to be a mapping",
                        "write 'first: {request: GET /login}', with what goes before that in a 'first' of its own",
                        "first",
                        "{\"request\":\"GET /login\",\"first\":\"GET /\"}",
                        "request",
                        "POST /login",
                        "token",
                        "/token"),
                wrong(
                        "a place to keep from that is none",
                        5,
                        "'csrf' below 'keep' names no place in an answer",
                        "write a JSON Pointer, /token, or {cookie: …}, {header: …}, {field: …}",
                        "first",
                        "{\"request\":\"GET /login\",\"keep\":{\"csrf\":{\"page\":\"x\"}}}",
                        "request",
                        "POST /login",
                        "token",
                        "/token"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong_declarations")
    void a_declaration_that_cannot_be_sent_is_told_at_its_place(Wrong wrong) {
        UnusableSource problem = catchThrowableOfType(
                UnusableSource.class, () -> supply(wrong.settings().toArray(String[]::new)));

        assertThat(problem).hasMessage(wrong.message()).hasNoCause();
        assertThat(problem.nextStep()).isEqualTo(wrong.nextStep());
        assertThat(problem.at()).isEqualTo(Declared.line(wrong.line()));
    }
}
