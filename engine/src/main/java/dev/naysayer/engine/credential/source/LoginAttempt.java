package dev.naysayer.engine.credential.source;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.BasicPair;
import dev.naysayer.engine.credential.IssuerHttp;
import dev.naysayer.engine.credential.LoginAnswer;
import dev.naysayer.engine.credential.SourceContext;
import dev.naysayer.engine.credential.SourceFailed;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One log-in, from its first request to what stands in its last answer. */
final class LoginAttempt {

    private final LoginSteps steps;
    private final Set<String> lives;
    private final SourceContext context;
    private final Consumer<LoginAnswer> told;
    private final Cookies cookies = new Cookies();
    private final Map<String, String> kept = new LinkedHashMap<>();

    /**
     * @param lives how long what it gives holds, as the suite says it: seconds, or JSON Pointers to them
     * @param told what each answer does to cookies
     */
    LoginAttempt(LoginSteps steps, Set<String> lives, SourceContext context, Consumer<LoginAnswer> told) {
        this.steps = steps;
        this.lives = Set.copyOf(lives);
        this.context = context;
        this.told = told;
    }

    /**
     * What a log-in gave.
     *
     * @param values what was found, by its place
     * @param answered how its last request was answered, in words
     * @param end when the first of it ends, or null where nobody says
     */
    record LoggedIn(
            Map<AnswerPlace, String> values,
            String answered,
            @Nullable Instant end) {}

    /** A server's no, which would be the same the next time: and many tries lock users out. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1;

        private final transient SourceFailed failure;

        Refused(String message) {
            this(new SourceFailed(message));
        }

        private Refused(SourceFailed failure) {
            super(failure.getMessage());
            this.failure = failure;
        }

        SourceFailed failure() {
            return failure;
        }
    }

    /** Logs in, and looks in the answer for what is wanted. */
    LoggedIn run(Set<AnswerPlace> wanted) throws SourceFailed, Refused {
        begin(steps.before());
        IssuerHttp.Received received = end();
        String answered = answered(steps.last(), received);
        Map<AnswerPlace, String> values = new LinkedHashMap<>();
        for (AnswerPlace place : wanted) {
            Optional<String> value = find(place, received);
            if (value.isPresent()) {
                values.put(place, checked(value.get(), answered));
            }
        }
        Instant end = end(received, values);
        if (end != null && !end.isAfter(now())) {
            throw new Refused(
                    "%s and gives what has expired already: compare the clocks of both machines".formatted(answered));
        }
        return new LoggedIn(values, answered, end);
    }

    /**
     * Logs in, then out.
     *
     * @return what stands there, which was good in between
     */
    String end(AnswerPlace place, Logout logout) throws SourceFailed, Refused {
        begin(steps.before());
        IssuerHttp.Received received = end();
        String answered = answered(steps.last(), received);
        String value = find(place, received)
                .orElseThrow(() -> new Refused("%s and %s: check 'token'".formatted(answered, place.missing())));
        keep(logout.keep(), received, answered, "'keep' below 'logout'");
        boolean known = place.kind() == AnswerPlace.Kind.COOKIE
                && cookies.sends(place.name(), logout.request().uri());
        IssuerHttp.Received ended = send(logout.request());
        int status = ended.answer().status();
        if (status >= 400) {
            throw new Refused("%s: check 'logout', and whether it needs a token against forged requests, by 'keep'"
                    .formatted(answered(logout.request(), ended)));
        }
        // What did not go along, whoever was asked cannot know, nor take away.
        if (known) {
            tell(logout.request(), place.name(), ended);
        }
        return checked(value, answered);
    }

    private void tell(LoginRequest request, @Nullable String ended, IssuerHttp.Received received) {
        told.accept(new LoginAnswer(
                request.method(), request.uri(), ended, received.answer().status(), Cookies.told(received)));
    }

    /**
     * Logs in with a cookie that was there before.
     *
     * @param made what it holds where no answer has set it before the log-in
     * @return what it held before
     */
    String before(AnswerPlace cookie, String made) throws SourceFailed, Refused {
        int login = steps.login();
        begin(steps.before().subList(0, login));
        if (cookies.value(cookie.name()).isEmpty()) {
            cookies.plant(cookie.name(), made, steps.last().uri());
        }
        String before = cookies.value(cookie.name()).orElseThrow();
        begin(steps.before().subList(login, steps.before().size()));
        IssuerHttp.Received received = end();
        return checked(before, answered(steps.last(), received));
    }

    /** What goes before the log-in, if anything does. */
    private void begin(List<LoginSteps.Earlier> before) throws SourceFailed, Refused {
        for (LoginSteps.Earlier earlier : before) {
            keep(earlier, send(earlier.request()));
        }
    }

    /** The request that logs in. */
    private IssuerHttp.Received end() throws SourceFailed, Refused {
        LoginRequest last = steps.last();
        IssuerHttp.Received received = send(last);
        if (received.answer().status() >= 400) {
            refuse(last, received.answer().status(), answered(last, received));
        }
        return received;
    }

    private Instant now() {
        return context.clock().instant();
    }

    private static String answered(LoginRequest request, IssuerHttp.Received received) {
        return "%s answers %s".formatted(request.shown(), StatusWords.of(received.answer()));
    }

    private IssuerHttp.Received send(LoginRequest request) throws SourceFailed {
        IssuerHttp.Request filled = request.filled(kept);
        Map<String, Secret> headers = new LinkedHashMap<>(filled.headers());
        String cookie = cookies.field(request.uri());
        if (!cookie.isEmpty()) {
            headers.put("Cookie", new Secret(cookie));
        }
        Secret authorization = headers.get("Authorization");
        if (authorization != null) {
            String[] parts = authorization.reveal().split(" +", 2);
            hide(BasicPair.hidden(parts[0], new Secret(parts[parts.length - 1])).reveal());
        }
        try {
            IssuerHttp.Received received = context.http()
                    .send(new IssuerHttp.Request(filled.method(), filled.uri(), headers, filled.content()));
            if (!received.fields("Set-Cookie").isEmpty() && (request.equals(steps.last()) || steps.isBefore(request))) {
                tell(request, null, received);
            }
            cookies.read(received, request.uri(), now());
            cookies.values().forEach(this::hide);
            return received;
        } catch (IOException e) {
            throw new SourceFailed(
                    "%s gives no answer (%s): check 'request' and that the server can be reached from here"
                            .formatted(request.shown(), e.getMessage()),
                    StatusWords.mover(e));
        }
    }

    private void hide(String value) {
        context.secrets().accept(new Secret(value));
    }

    private void keep(LoginSteps.Earlier earlier, IssuerHttp.Received received) throws SourceFailed, Refused {
        String answered = answered(earlier.request(), received);
        // A page for whoever is not logged in yet may be a 401 and hold what the next request needs.
        if (received.answer().status() >= (earlier.keep().isEmpty() ? 400 : 500)) {
            refuse(earlier.request(), received.answer().status(), answered);
        }
        keep(earlier.keep(), received, answered, "'keep' below 'first'");
    }

    private void keep(Map<String, AnswerPlace> places, IssuerHttp.Received received, String answered, String key)
            throws Refused {
        for (Map.Entry<String, AnswerPlace> each : places.entrySet()) {
            String value = each.getValue()
                    .in(received, cookies)
                    .orElseThrow(() -> new Refused("%s and %s: check %s"
                            .formatted(answered, each.getValue().missing(), key)));
            hide(value);
            kept.put(each.getKey(), value);
        }
    }

    /** A log-in that fails often leads back to its page, and the session that was there before is nobody's. */
    private Optional<String> find(AnswerPlace place, IssuerHttp.Received received) {
        if (place.kind() == AnswerPlace.Kind.COOKIE && received.answer().status() >= 300) {
            Cookies fresh = new Cookies();
            fresh.read(received, steps.last().uri(), now());
            return place.in(received, fresh);
        }
        return place.in(received, cookies);
    }

    private String checked(String value, String answered) throws Refused {
        hide(value);
        Optional<String> fault = TokenText.fault(value);
        if (fault.isPresent()) {
            throw new Refused("%s and gives what is no token, it %s: check 'token'".formatted(answered, fault.get()));
        }
        return value;
    }

    /** The earliest end of all that was taken. */
    private @Nullable Instant end(IssuerHttp.Received received, Map<AnswerPlace, String> values) {
        Stream<Optional<Instant>> ofValues = values.entrySet().stream()
                .flatMap(taken -> Stream.of(
                        Optional.ofNullable(TokenText.expiry(taken.getValue())),
                        taken.getKey().kind() == AnswerPlace.Kind.COOKIE
                                ? Optional.ofNullable(
                                        cookies.expiresAt(taken.getKey().name()))
                                : Optional.empty()));
        return Stream.concat(lives.stream().map(written -> said(written, received)), ofValues)
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** As the suite says it, by seconds or by where they stand in the answer. */
    private Optional<Instant> said(String written, IssuerHttp.Received received) {
        Optional<String> seconds = written.startsWith("/")
                ? new AnswerPlace(AnswerPlace.Kind.POINTER, written).in(received, cookies)
                : Optional.of(written);
        return seconds.filter(number -> number.matches("[1-9]\\d{0,8}"))
                .map(number -> now().plusSeconds(Long.parseLong(number)));
    }

    private void refuse(LoginRequest request, int status, String answered) throws SourceFailed, Refused {
        String nextStep = switch (status) {
            case 404, 405 -> "check 'request'" + (steps.isBefore(request) ? " below 'first'" : "");
            case 415 -> "send what it takes, 'json' or 'form'";
            case 429, 503 -> StatusWords.nextStep(status);
            default -> status >= 500 ? "look into the server's log" : "check " + steps.whoLogsIn(request);
        };
        String message = answered + ": " + nextStep;
        if (status >= 500 || status == 429) {
            throw new SourceFailed(message, StatusWords.mover(status));
        }
        throw new Refused(message);
    }
}
