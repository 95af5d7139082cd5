package dev.naysayer.engine.exchange.redaction;

import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.VisibleText;
import dev.naysayer.engine.credential.BasicPair;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Knows every secret of a run, and writes {@code ***redacted***} in their place.
 *
 * <p>One redactor serves a whole run and may be used from many threads: a token minted for one case must not show up in the
 * answer to another.
 */
public final class Redactor {

    /** Made of token characters (RFC 9110 section 5.6.2), so that a challenge still parses and JSON stays JSON. */
    public static final String MARK = "***redacted***";

    /** Fields that carry credentials by their nature, in lower case. */
    static final Set<String> ALWAYS_SECRET = Set.of("authorization", "proxy-authorization", "cookie");

    private static final Pattern COOKIE_VALUE = Pattern.compile("^([^=;]*=)[^;]+");
    private static final Pattern SCHEME_AND_REST = Pattern.compile("(?s)(\\s*[A-Za-z][A-Za-z0-9-]{0,19}[ \\t]+)\\S.*");

    /** So many secrets are remembered: one token is presented by many cases of a run. */
    private static final int REMEMBERED = 1000;

    private static final int MOST_WANTED = 100;

    private final SecretRuns hidden = new SecretRuns();
    private final Set<String> registered = ConcurrentHashMap.newKeySet();
    private final Map<String, List<Echo>> wanted = new ConcurrentHashMap<>();

    /**
     * Hides a secret from now on: every run of ten characters of it, in whatever case and encoding.
     *
     * <p>What is shorter is searched for as a whole, and below 8 characters not at all, because it would blank innocent text; the
     * field that carries it is redacted whole all the same.
     */
    public void register(Secret secret) {
        String value = secret.reveal();
        if (registered.contains(value)) {
            return;
        }
        SecretForms.toHide(secret).forEach(hidden::add);
        if (registered.size() >= REMEMBERED) {
            registered.clear();
        }
        registered.add(value);
    }

    /** Shows from now on what a secret has in common with this text; of secrets that are registered later. */
    public void publish(String text) {
        hidden.addPublic(text);
    }

    /** Shows from now on, in texts of ours, what a secret has in common with these words of ours: {@code 'client-secret'}. */
    public void addOwnWords(String text) {
        hidden.addOwn(text);
    }

    /** Whether a registered secret, or a run of it, stands in a text of ours. */
    public boolean isIn(String ourText) {
        return hidden.isIn(ourText, true);
    }

    /** A text of others with every registered secret replaced. */
    public String redact(String text) {
        return hidden.replaceIn(text, false, MARK);
    }

    /** A text of ours, which quotes others, with every registered secret replaced. */
    public String redactOurs(String text) {
        return hidden.replaceIn(text, true, MARK);
    }

    /** The bytes with every registered secret replaced; all other bytes stay as they are. */
    public byte[] redact(byte[] bytes) {
        // ISO-8859-1 maps each byte to one character and back, so bytes that are no text survive.
        return redact(new String(bytes, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
    }

    public Body redact(Body body) {
        return body.with(redact(body.bytes()));
    }

    /**
     * Request fields: those of the credential, those that carry credentials by their nature, and the user's own are redacted whole;
     * control characters are shown as symbols.
     */
    public List<Header> redactSent(List<Header> sent, Credential credential, UserFields users) {
        Set<String> carriers = credential.fields().stream()
                .map(field -> field.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Set<String> secret = new HashSet<>(ALWAYS_SECRET);
        if (!credential.secrets().isEmpty()) {
            credential.fields().stream()
                    .filter(field -> !field.open())
                    .forEach(field -> secret.add(field.name().toLowerCase(Locale.ROOT)));
        } else if (!credential.madeUp().isEmpty()) {
            secret.removeAll(carriers);
        }
        return sent.stream()
                .map(header -> {
                    String name = header.name().toLowerCase(Locale.ROOT);
                    Optional<String> ofSuite = secret.contains(name) ? Optional.empty() : users.ofSuite(header);
                    if (ofSuite.isPresent()) {
                        return redact(new Header(header.name(), ofSuite.get()));
                    }
                    boolean hidden = secret.contains(name) || !(carriers.contains(name) || users.isShown(name));
                    return hidden ? new Header(header.name(), redact(withoutCredential(header))) : redact(header);
                })
                .map(header -> new Header(VisibleText.ofLine(header.name()), VisibleText.ofLine(header.value())))
                .toList();
    }

    /** Also the value of a cookie that is set: it may be a session that the good credential opened. */
    public Header redactReceived(Header header) {
        boolean cookie = header.name().equalsIgnoreCase("Set-Cookie");
        return redact(
                cookie
                        ? new Header(
                                header.name(),
                                COOKIE_VALUE.matcher(header.value()).replaceFirst("$1" + MARK))
                        : header);
    }

    public Header redact(Header header) {
        return new Header(redact(header.name()), redact(header.value()));
    }

    /** What follows the auth-scheme of a field, or all of it where there is none; of Basic what nobody may see of it. */
    public static Secret credential(Secret field) {
        var parts = SCHEME_AND_REST.matcher(field.reveal());
        return parts.matches()
                ? BasicPair.hidden(
                        parts.group(1).strip(), new Secret(field.reveal().substring(parts.end(1))))
                : field;
    }

    /** The scheme stays, since a report is about schemes: {@code Bearer ***redacted***}. */
    private static String withoutCredential(Header header) {
        String value = header.value();
        boolean hasScheme = header.name().toLowerCase(Locale.ROOT).endsWith("authorization");
        var parts = SCHEME_AND_REST.matcher(value);
        if (hasScheme && parts.matches()) {
            return parts.group(1) + MARK;
        }
        return value.isBlank() || (hasScheme && isKnownScheme(value.strip())) ? value : MARK;
    }

    private static boolean isKnownScheme(String value) {
        return Set.of("bearer", "basic", "dpop", "digest").contains(value.toLowerCase(Locale.ROOT));
    }

    /** The same answer, known to be one to this secret: wherever it stands it is replaced, and the place noted. */
    public static Response answerTo(Secret presented, Response response) {
        Redactor redactor = new Redactor();
        redactor.register(presented);
        List<String> echoes = redactor.echoes(List.of(presented), response.headers(), response.body());
        return new Response(
                response.status(),
                response.headers().stream().map(redactor::redact).toList(),
                redactor.redact(response.body()),
                Stream.concat(response.echoes().stream(), echoes.stream())
                        .map(redactor::redact)
                        .distinct()
                        .toList(),
                response.unsearched() || SecretForms.isTooShort(presented));
    }

    /** Where an answer repeats what was presented, all of it or a part of a JWT: {@code header X}, {@code the body}. */
    public List<String> echoes(List<Secret> presented, List<Header> headers, Body body) {
        List<Echo> wanted =
                presented.stream().flatMap(secret -> wanted(secret).stream()).toList();
        List<String> places = new ArrayList<>();
        for (Header header : headers) {
            if (isIn(header.value(), wanted) || isIn(header.name(), wanted)) {
                places.add("header " + header.name());
            }
        }
        if (isIn(new String(body.bytes(), StandardCharsets.ISO_8859_1), wanted)) {
            places.add("the body");
        }
        return places.stream().distinct().toList();
    }

    private List<Echo> wanted(Secret secret) {
        if (wanted.size() >= MOST_WANTED) {
            wanted.clear();
        }
        return wanted.computeIfAbsent(
                secret.reveal(),
                value -> SecretForms.toRecognise(secret).stream().map(Echo::new).toList());
    }

    private static boolean isIn(String text, List<Echo> wanted) {
        if (text.length() < SecretRuns.SHORTEST) {
            return false;
        }
        Supplier<List<TextView>> views = () -> TextViews.unplaced(text);
        return wanted.stream().anyMatch(echo -> echo.isIn(text, views));
    }
}
