package dev.naysayer.engine.credential.source;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.IssuerHttp;
import dev.naysayer.engine.credential.SourceContext;
import dev.naysayer.engine.credential.SourceFailed;
import dev.naysayer.engine.credential.Token;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Logs in when the first credential is wanted, and again shortly before the session or a token of it ends. */
final class LoginSession {

    /** What ends sooner than this is asked for again, so that it does not end under way. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    /** A server that gave no answer is asked again after this long. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(30);

    private final LoginSteps steps;
    private final SourceContext context;
    private final Set<AnswerPlace> wanted = new LinkedHashSet<>();
    private @Nullable State known;

    LoginSession(LoginSteps steps, SourceContext context) {
        this.steps = steps;
        this.context = context;
    }

    /**
     * What became of the last log-in.
     *
     * @param values what was found, by its place
     * @param answered how the request was answered, in words
     * @param failure why it failed, or null
     * @param untilAt when it is to be done again, or null where never
     */
    private record State(
            Map<AnswerPlace, String> values,
            String answered,
            @Nullable SourceFailed failure,
            @Nullable Instant untilAt) {}

    /** A server's no, which would be the same the next time: and a user can be locked out by many tries. */
    private static final class Refused extends Exception {

        private static final long serialVersionUID = 1;

        private final transient SourceFailed failure;

        Refused(SourceFailed failure) {
            this.failure = failure;
        }
    }

    /** Says before the first log-in that a credential will be taken from there; the one that ends first ends them all. */
    synchronized void want(AnswerPlace place) {
        wanted.add(place);
    }

    /** What stands there in the answer to the last log-in. */
    synchronized Token token(AnswerPlace place) throws SourceFailed {
        State state = known;
        if (state == null || (state.untilAt() != null && !now().isBefore(state.untilAt()))) {
            state = logIn();
            known = state;
        }
        if (state.failure() != null) {
            throw state.failure();
        }
        String value = state.values().get(place);
        if (value == null) {
            throw new SourceFailed("%s and %s: check 'token', and whether %s is right"
                    .formatted(state.answered(), place.missing(), steps.whoLogsIn(steps.last())));
        }
        // Whoever keeps it until then asks at the very time at which all that this log-in gave is given up.
        return new Token(new Secret(value), state.untilAt());
    }

    private Instant now() {
        return context.clock().instant();
    }

    private State logIn() {
        try {
            return new Attempt().run();
        } catch (Refused e) {
            return new State(Map.of(), "", e.failure, null);
        } catch (SourceFailed e) {
            return new State(Map.of(), "", e, now().plus(PAUSE_AFTER_FAILURE));
        }
    }

    /** One log-in. */
    private final class Attempt {

        private final Cookies cookies = new Cookies();
        private final Map<String, String> kept = new LinkedHashMap<>();

        State run() throws SourceFailed, Refused {
            LoginRequest first = steps.first();
            if (first != null) {
                keep(first, send(first, first.uri()));
            }
            LoginRequest last = steps.last();
            IssuerHttp.Reply reply = send(last, first == null ? last.uri() : first.uri());
            String answered = "%s answers %s".formatted(last.shown(), StatusWords.of(reply.answer()));
            if (reply.answer().status() >= 400) {
                throw no(last, reply.answer(), answered);
            }
            Map<AnswerPlace, String> values = new LinkedHashMap<>();
            for (AnswerPlace place : wanted) {
                Optional<String> value = find(place, reply);
                if (value.isPresent()) {
                    values.put(place, checked(value.get(), answered));
                }
            }
            return new State(values, answered, null, untilAt(reply, values, answered));
        }

        /** Cookies go back to where they came from, and nowhere else. */
        private IssuerHttp.Reply send(LoginRequest request, URI cameFrom) throws SourceFailed {
            IssuerHttp.Request filled = request.filled(kept);
            Map<String, Secret> headers = new LinkedHashMap<>(filled.headers());
            String cookie = cookies.field();
            if (!cookie.isEmpty() && sameOrigin(request.uri(), cameFrom)) {
                headers.put("Cookie", new Secret(cookie));
            }
            Secret authorization = headers.get("Authorization");
            if (authorization != null) {
                context.secrets().accept(new Secret(authorization.reveal().replaceFirst("^\\S+ +", "")));
            }
            try {
                IssuerHttp.Reply reply = context.http()
                        .send(new IssuerHttp.Request(filled.method(), filled.uri(), headers, filled.content()));
                cookies.read(reply, now());
                cookies.values().forEach(this::hide);
                return reply;
            } catch (IOException e) {
                throw new SourceFailed(
                        "%s gives no answer (%s): check 'request' and that the server can be reached from here"
                                .formatted(request.shown(), e.getMessage()));
            }
        }

        private void hide(String value) {
            context.secrets().accept(new Secret(value));
        }

        private void keep(LoginRequest first, IssuerHttp.Reply reply) throws SourceFailed, Refused {
            String answered = "%s answers %s".formatted(first.shown(), StatusWords.of(reply.answer()));
            // A page for whoever is not logged in yet may be a 401 and hold what the second request needs.
            if (reply.answer().status() >= (steps.keep().isEmpty() ? 400 : 500)) {
                throw no(first, reply.answer(), answered);
            }
            for (Map.Entry<String, AnswerPlace> each : steps.keep().entrySet()) {
                String value = each.getValue()
                        .in(reply, cookies)
                        .orElseThrow(() -> new Refused(new SourceFailed("%s and %s: check 'keep' below 'first'"
                                .formatted(answered, each.getValue().missing()))));
                hide(value);
                kept.put(each.getKey(), value);
            }
        }

        /** A log-in that fails often leads back to its page, and the session that was there before is nobody's. */
        private Optional<String> find(AnswerPlace place, IssuerHttp.Reply reply) {
            if (place.kind() == AnswerPlace.Kind.COOKIE && reply.answer().status() >= 300) {
                Cookies fresh = new Cookies();
                fresh.read(reply, now());
                return place.in(reply, fresh);
            }
            return place.in(reply, cookies);
        }

        private String checked(String value, String answered) throws Refused {
            hide(value);
            Optional<String> fault = TokenText.fault(value);
            if (fault.isPresent()) {
                throw new Refused(new SourceFailed(
                        "%s and gives what %s: check 'token'".formatted(answered, "is no token, it " + fault.get())));
            }
            return value;
        }

        /** The earliest end of all that was taken, less a margin. */
        private @Nullable Instant untilAt(IssuerHttp.Reply reply, Map<AnswerPlace, String> values, String answered)
                throws Refused {
            Optional<Instant> end = Stream.concat(
                            Stream.of(Optional.ofNullable(said(reply))),
                            values.entrySet().stream().map(this::end))
                    .flatMap(Optional::stream)
                    .min(Instant::compareTo);
            if (end.isEmpty()) {
                return null;
            }
            Duration life = Duration.between(now(), end.get());
            if (life.isNegative() || life.isZero()) {
                throw new Refused(
                        new SourceFailed("%s and gives what has expired already: compare the clocks of both machines"
                                .formatted(answered)));
            }
            Duration quarter = life.dividedBy(4);
            return end.get().minus(quarter.compareTo(MARGIN) < 0 ? quarter : MARGIN);
        }

        private Optional<Instant> end(Map.Entry<AnswerPlace, String> taken) {
            return taken.getKey().kind() == AnswerPlace.Kind.COOKIE
                    ? Stream.of(
                                    Optional.ofNullable(
                                            cookies.expiresAt(taken.getKey().name())),
                                    Optional.ofNullable(TokenText.expiry(taken.getValue())))
                            .flatMap(Optional::stream)
                            .min(Instant::compareTo)
                    : Optional.ofNullable(TokenText.expiry(taken.getValue()));
        }

        private @Nullable Instant said(IssuerHttp.Reply reply) {
            String seconds = steps.expiresIn();
            if (seconds == null) {
                return null;
            }
            String number = seconds.startsWith("/")
                    ? new AnswerPlace(AnswerPlace.Kind.POINTER, seconds)
                            .in(reply, cookies)
                            .orElse("")
                    : seconds;
            return number.matches("[1-9]\\d{0,8}(\\.\\d*)?")
                    ? now().plusSeconds((long) Double.parseDouble(number))
                    : null;
        }
    }

    private static boolean sameOrigin(URI one, URI other) {
        return Objects.equals(one.getScheme(), other.getScheme())
                && Objects.equals(one.getRawAuthority(), other.getRawAuthority());
    }

    private SourceFailed no(LoginRequest request, IssuerHttp.Answer answer, String answered) throws Refused {
        int status = answer.status();
        String nextStep = switch (status) {
            case 404, 405 -> "check 'request'" + (request.equals(steps.first()) ? " below 'first'" : "");
            case 415 -> "send what it takes, 'json' or 'form'";
            case 429, 503 -> StatusWords.nextStep(status);
            default -> status >= 500 ? "look into the server's log" : "check " + steps.whoLogsIn(request);
        };
        SourceFailed failure = new SourceFailed(answered + ": " + nextStep);
        if (status >= 500 || status == 429) {
            return failure;
        }
        throw new Refused(failure);
    }
}
