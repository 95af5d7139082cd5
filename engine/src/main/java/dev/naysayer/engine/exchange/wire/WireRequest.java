package dev.naysayer.engine.exchange.wire;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent, read from a draft after all filters had their say.
 *
 * @param uri the absolute URI
 * @param body null to send none
 */
public record WireRequest(
        String method,
        String uri,
        List<Header> headers,
        @Nullable Body body) {

    private static final Set<String> WRITTEN_BY_TRANSPORT = Set.of("content-length", "transfer-encoding");

    /**
     * What is to be sent with this credential.
     *
     * @param uri what we asked REST Assured to send; its own reading of it is not used, because it drops repeated query
     *     parameters and joins slashes
     * @param userAgent who asks, where the specification does not say it
     */
    public static WireRequest from(Draft draft, String uri, Credential credential, String userAgent) {
        WireText.requireToken("the method", draft.method());
        refuseForms(draft);
        Credential.Content content = credential.content();
        Body body = content == null ? body(draft) : body(content.text().reveal());
        List<Header> headers = typed(headers(draft, credential, userAgent), content, body);
        for (Header header : headers) {
            WireText.requireToken("the name of header '" + printable(header.name()) + "'", header.name());
            WireText.requireFieldValue(header.name(), header.value());
            if (WRITTEN_BY_TRANSPORT.contains(header.name().toLowerCase(Locale.ROOT))) {
                throw new NotSendable("header " + header.name() + " follows from the body; do not set it in a filter");
            }
        }
        String complete = QueryParameters.asGiven(uri, draft, credential);
        return new WireRequest(draft.method(), complete, headers, body).answering(credential);
    }

    /** With what answers a challenge: it follows from all the rest. */
    private WireRequest answering(Credential credential) {
        return credential.replies().isEmpty()
                ? this
                : new WireRequest(method, uri, written(headers, credential, method, target(uri), body), body);
    }

    private static String target(String uri) {
        int path = uri.indexOf('/', uri.indexOf("://") + 3);
        return path < 0 ? "/" : uri.substring(path);
    }

    /** Field lines as this credential writes them in a request. */
    public static List<Header> written(
            List<Header> lines, Credential credential, String method, String target, @Nullable Body body) {
        byte[] content = body == null ? new byte[0] : body.bytes();
        return lines.stream()
                .map(line -> new Header(line.name(), credential.written(line.value(), method, target, content)))
                .toList();
    }

    private static List<Header> typed(List<Header> headers, Credential.@Nullable Content content, @Nullable Body body) {
        List<Header> typed = new ArrayList<>(headers);
        if (content != null) {
            typed.removeIf(header -> header.name().equalsIgnoreCase("Content-Type"));
            typed.add(new Header("Content-Type", content.mediaType()));
        } else if (body == null) {
            // REST Assured calls every POST without a body a form, and cannot be told otherwise.
            typed.removeIf(header -> header.name().equalsIgnoreCase("Content-Type")
                    && header.value().startsWith("application/x-www-form-urlencoded"));
        }
        return List.copyOf(typed);
    }

    private static void refuseForms(Draft draft) {
        if (draft.isMultipart()) {
            throw new NotSendable("a filter or the RequestSpecification adds multipart content, which cannot be sent"
                    + " here; give the operation a JSON body");
        }
        boolean bodyParams = !draft.parameters().isEmpty() && draft.method().equals("POST");
        if (draft.isForm() || bodyParams) {
            throw new NotSendable("a filter or the RequestSpecification adds form parameters, which cannot be sent"
                    + " here; use queryParam, or give the operation a JSON body");
        }
    }

    /**
     * The specification's fields in order, the credential's in place of any others of that name.
     *
     * <p>The credential's values come from the credential and not from the specification: a filter sees them, but a case is
     * only worth its name if exactly that credential is sent. Of a verbatim one only the room is kept free; {@link
     * VerbatimRequest} adds its fields.
     */
    private static List<Header> headers(Draft draft, Credential credential, String userAgent) {
        Map<String, Secret> left = new LinkedHashMap<>();
        if (!credential.verbatim()) {
            credential.fields().forEach(field -> left.put(field.name(), field.value()));
        }
        Set<String> ours = credential.fields().stream()
                .map(field -> field.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        List<Header> headers = new ArrayList<>();
        for (Header header : draft.headers()) {
            refuseForeignCredential(header.name(), ours);
            if (!ours.contains(header.name().toLowerCase(Locale.ROOT))) {
                headers.add(header);
            } else {
                takeAll(left, header.name(), headers);
            }
        }
        left.forEach((name, value) -> headers.add(new Header(name, value.reveal())));
        addCookies(draft, headers);
        addUnlessPresent(headers, "Accept-Encoding", "identity");
        addUnlessPresent(headers, "User-Agent", userAgent);
        return List.copyOf(headers);
    }

    /** A case without a token would carry the one that the user's code adds, and report that anybody gets in. */
    private static void refuseForeignCredential(String name, Set<String> ours) {
        if (name.equalsIgnoreCase("Authorization") && !ours.contains("authorization")) {
            throw new NotSendable("a filter or the RequestSpecification sets Authorization; remove it,"
                    + " the suite says which credential is sent");
        }
    }

    private static void takeAll(Map<String, Secret> left, String name, List<Header> headers) {
        left.entrySet().removeIf(entry -> {
            boolean taken = entry.getKey().equalsIgnoreCase(name);
            if (taken) {
                headers.add(new Header(entry.getKey(), entry.getValue().reveal()));
            }
            return taken;
        });
    }

    /** Cookies of the specification join a cookie that is the credential: there is one Cookie field (RFC 6265 section 5.4). */
    private static void addCookies(Draft draft, List<Header> headers) {
        if (draft.cookies().isEmpty()) {
            return;
        }
        List<String> pairs = new ArrayList<>();
        headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("Cookie"))
                .forEach(h -> pairs.add(h.value()));
        draft.cookies().forEach(cookie -> pairs.add(cookie.name() + "=" + cookie.value()));
        headers.removeIf(header -> header.name().equalsIgnoreCase("Cookie"));
        headers.add(new Header("Cookie", String.join("; ", pairs)));
    }

    private static void addUnlessPresent(List<Header> headers, String name, String value) {
        if (headers.stream().noneMatch(header -> header.name().equalsIgnoreCase(name))) {
            headers.add(new Header(name, value));
        }
    }

    private static @Nullable Body body(Draft draft) {
        Object body = draft.body();
        if (body == null) {
            return null;
        }
        if (body instanceof String text) {
            return body(text);
        }
        if (body instanceof byte[] bytes) {
            return new Body(bytes, false);
        }
        throw new NotSendable("a filter set a body of type " + body.getClass().getName()
                + ", which cannot be sent here; set a String or bytes");
    }

    private static Body body(String text) {
        return new Body(text.getBytes(StandardCharsets.UTF_8), false);
    }

    private static String printable(String name) {
        return name.replaceAll("[^!-~]", "?");
    }
}
