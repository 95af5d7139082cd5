package dev.naysayer.engine.exchange.wire;

import dev.naysayer.dsl.Control;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.RequestFields;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.VisibleText;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.exchange.FilledBody;
import dev.naysayer.engine.exchange.FilledRequest;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.Request;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.exchange.redaction.CredentialMask;
import dev.naysayer.engine.exchange.redaction.Redactor;
import dev.naysayer.engine.exchange.redaction.SecretForms;
import dev.naysayer.engine.exchange.redaction.UserFields;
import dev.naysayer.engine.mover.Mover;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The notebook of one sending: whatever filters do on the way, the exchange is what was noted here.
 *
 * <p>Problem: a user's filter may swallow an exception or hand back another response. Choice: evidence comes from the wire
 * side only, and is redacted as it is written down.
 */
public final class Attempt {

    private final Credential credential;
    private final Control control;
    private final Redactor redactor;
    private final UserFields users;
    private final FilledRequest suite;
    private final LongSupplier nanoTime;
    private final Set<String> usersParameters = new LinkedHashSet<>();
    private final List<Secret> presented;
    private Request request;
    private boolean written;
    private long writtenAt;
    private @Nullable Duration took;
    private @Nullable Response response;
    private @Nullable Lost failure;
    private boolean beyondLimit;
    private @Nullable String noWay;
    private @Nullable String note;

    /**
     * @param users what may be shown, the suite's part of this request too
     * @param suite that part
     * @param nanoTime a clock that only goes forward, in nanoseconds
     */
    public Attempt(
            Operation operation,
            String template,
            Credential credential,
            Redactor redactor,
            UserFields users,
            FilledRequest suite,
            LongSupplier nanoTime) {
        this.credential = credential;
        this.control = operation.control();
        this.redactor = redactor;
        this.users = users;
        this.suite = suite;
        this.nanoTime = nanoTime;
        List<Secret> secrets = secrets(credential);
        secrets.forEach(redactor::register);
        credential.before().forEach(ahead -> secrets(ahead).forEach(redactor::register));
        this.presented =
                Stream.concat(secrets.stream(), credential.madeUp().stream()).toList();
        List<Header> meant = credential.fields().stream()
                .map(field -> new Header(field.name(), field.value().reveal()))
                .toList();
        String method = credential.line().method();
        this.request = redacted(method == null ? operation.method() : method, template, meant, null);
    }

    /** Whether a credential that goes ahead should have got through and did not, as this status of its answer says. */
    public boolean showsNothingAfter(int status) {
        return credential.goodBefore() && !control.accepts(status);
    }

    /**
     * The credential's secrets; where it has any also its parameters and what follows a header's scheme, as Basic's base64, or a
     * cookie's name, but for what is made up and for fields that everybody sends, as Origin beside a session.
     */
    private static List<Secret> secrets(Credential credential) {
        if (credential.secrets().isEmpty()) {
            return List.of();
        }
        // Beside the secret of a client stands its name, which is none.
        Stream<Secret> parameters = credential.query().stream()
                .filter(parameter -> !parameter.open() || holds(parameter.value(), credential.secrets()))
                .map(Credential.Part::value);
        Stream<Secret> fields = credential.fields().stream()
                .filter(field -> !Header.everybodySends(field.name()))
                .flatMap(Attempt::behindScheme);
        Stream<Secret> carried = Stream.concat(parameters, fields)
                .filter(secret -> credential.madeUp().stream()
                        .noneMatch(it -> secret.reveal().contains(it.reveal())));
        // What stands for an answer to a challenge is no secret: the answer itself is, and its maker tells of it.
        return Stream.concat(credential.secrets().stream(), carried)
                .filter(secret -> credential.replies().stream().noneMatch(reply -> reply.isIn(secret.reveal())))
                .distinct()
                .toList();
    }

    private static boolean holds(Secret value, List<Secret> secrets) {
        return secrets.stream().anyMatch(secret -> value.reveal().contains(secret.reveal()));
    }

    /** Of several cookies each value by itself: their names are nobody's secret, and stand in the names of headers, too. */
    private static Stream<Secret> behindScheme(Credential.Part field) {
        String text = field.value().reveal();
        return field.name().equalsIgnoreCase("Cookie")
                ? Stream.of(text.split(";", -1))
                        .map(pair ->
                                new Secret(pair.substring(pair.indexOf('=') + 1).strip()))
                : Stream.of(new Secret(text.substring(text.indexOf(' ') + 1)));
    }

    /** Called with what the user's code makes of the request, so that it is known before anything of it is noted. */
    public void adding(Draft users) {
        Set<String> ours = new LinkedHashSet<>();
        credential.fields().forEach(field -> ours.add(field.name().toLowerCase(Locale.ROOT)));
        this.users.learn(users.headers(), users.cookies(), users.addedToQuery(), ours);
        users.addedToQuery().forEach((name, value) -> {
            if (suite.parameter(name, value).isEmpty()) {
                usersParameters.add(name);
            }
        });
        credential.query().forEach(parameter -> usersParameters.remove(parameter.name()));
    }

    /** Called before anything is written, so that an attempt without connection still shows what was meant. */
    public void meant(WireRequest meant) {
        request = redacted(meant.method(), meant.uri(), meant.headers(), meant.body());
        failure = null;
        beyondLimit = false;
        noWay = null;
        response = null;
        note = null;
    }

    /** What a reader of the exchange has to know beside it, or null. */
    public void noted(@Nullable String words) {
        note = words;
    }

    /** Called by HttpClient's last interceptor, on a connection that stands. */
    public void writing(WireRequest meant, List<Header> onTheWire) {
        written = true;
        writtenAt = nanoTime.getAsLong();
        request = redacted(meant.method(), meant.uri(), onTheWire, meant.body());
    }

    public void answered(WireAnswer answer) {
        took = written ? Duration.ofNanos(nanoTime.getAsLong() - writtenAt) : null;
        List<String> echoes = redactor.echoes(presented, answer.headers(), answer.body());
        Body body = redactor.redact(answer.body());
        response = new Response(
                answer.status(),
                answer.headers().stream().map(redactor::redactReceived).toList(),
                body,
                echoes.stream().map(redactor::redact).toList(),
                credential.secrets().stream().anyMatch(SecretForms::isTooShort));
    }

    /** Returns what carries the reason past the user's filters. */
    public NoAnswer failed(Lost why) {
        failure = why;
        return new NoAnswer(why.reason());
    }

    /** The same of what the transport threw. */
    public NoAnswer failed(Throwable thrown, Lost why) {
        beyondLimit = HeadTooLong.isCauseOf(thrown);
        return failed(why);
    }

    /** The same where there is no way to send it as it is meant, and need not be one. */
    public NoAnswer notApplicable(String reason) {
        noWay = reason;
        return new NoAnswer(reason);
    }

    /**
     * All that was noted, as one exchange.
     *
     * @param trouble what a filter threw, or null when all filters returned
     */
    public Exchange exchange(@Nullable String trouble) {
        if (noWay != null) {
            return new Exchange.NotApplicable(request, oneLine(noWay));
        }
        if (failure != null && beyondLimit) {
            return new Exchange.Unread(request, oneLine(failure.reason()), note);
        }
        if (failure != null) {
            return unanswered(failure);
        }
        if (trouble != null) {
            return written
                    ? unanswered(new Lost(Mover.SUITE, trouble + ", after the request was sent"))
                    : unsendable(trouble);
        }
        if (response == null) {
            return unsendable("a filter answered in the API's place, and nothing was sent");
        }
        return new Exchange.Answered(request, response, note, took);
    }

    private Exchange unanswered(Lost why) {
        // What goes ahead on the connection has been seen by then, and is the operation too.
        return new Exchange.Unanswered(
                request,
                oneLine(why.reason()),
                note,
                written || !credential.before().isEmpty(),
                why.mover());
    }

    public Exchange unsendable(String reason) {
        return new Exchange.Unsendable(request, oneLine(reason));
    }

    private String oneLine(String reason) {
        String redacted = redactor.redact(reason).replaceAll("\\p{Cntrl}+", " ").strip();
        return redacted.length() > 500 ? redacted.substring(0, 500) + "…" : redacted;
    }

    private Request redacted(String method, String uri, List<Header> headers, @Nullable Body body) {
        return new Request(
                VisibleText.ofLine(method),
                VisibleText.ofLine(redactor.redact(users.masked(CredentialMask.uri(uri, credential), usersParameters))),
                redactor.redactSent(headers, credential, users),
                body == null ? null : redacted(body),
                Header.value(headers, RequestFields.ACCEPT));
    }

    private String redacted(Body body) {
        Credential.Content content = credential.content();
        FilledBody ofSuite = suite.body();
        if (ofSuite != null && suite.hasSent(body.bytes())) {
            return redactor.redact(ofSuite.shown());
        }
        return content == null
                ? new String(redactor.redact(body.bytes()), StandardCharsets.UTF_8)
                : redactor.redact(CredentialMask.content(content, credential));
    }
}
