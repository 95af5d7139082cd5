package dev.naysayer.engine.credential;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.digest.DigestReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What goes onto the wire.
 *
 * @param fields header field lines in their order; a name may stand more than once if the credential is verbatim
 * @param query query parameters; they are percent-encoded when they are sent
 * @param content a request body in the operation's place, or null to send the operation's own
 * @param form what becomes of the form that the operation sends
 * @param line what is different about method and path
 * @param before credentials that are sent before this one, on the same connection; only of a verbatim credential
 * @param goodBefore whether those are good, so that this one shows nothing where one of them is refused
 * @param verbatim whether every byte goes out as it stands here, over a connection of its own: a field's characters are bytes
 *     (ISO-8859-1), its name and value may be anything
 * @param protocol what is spoken on the way
 * @param secrets the token or key itself; its parts and encoded forms follow from it
 * @param madeUp what opens nothing and was made up here: an answer must not repeat it either, and it is shown
 * @param replies what stands in its fields until the challenge and the request are known that they answer
 */
public record Credential(
        List<Part> fields,
        List<Part> query,
        @Nullable Content content,
        FormChange form,
        RequestLine line,
        List<Credential> before,
        boolean goodBefore,
        boolean verbatim,
        Protocol protocol,
        List<Secret> secrets,
        List<Secret> madeUp,
        List<DigestReply> replies) {

    /**
     * A name with its value: a header field line, a query parameter or a text of a form.
     *
     * @param open whether everybody may see the value, though secrets stand beside it
     */
    public record Part(String name, Secret value, boolean open) {

        /** What may be secret. */
        public Part(String name, Secret value) {
            this(name, value, false);
        }
    }

    /**
     * A request body.
     *
     * @param form the texts that it was written from, or null where nothing is known of its parts
     */
    public record Content(
            String mediaType, Secret text, @Nullable RequestForm form) {

        /** A body of which nothing is known to be open. */
        public Content(String mediaType, Secret text) {
            this(mediaType, text, null);
        }

        /** Whether it calls itself JSON. */
        public boolean isJson() {
            return mediaType.equals("application/json");
        }
    }

    /**
     * What is different about the request line; whoever changes it has to send verbatim.
     *
     * @param method another method, or null for the operation's own
     * @param target changes the request target, {@code /orders/1001?a=b}
     */
    public record RequestLine(@Nullable String method, UnaryOperator<String> target) {

        /** The operation's own. */
        public static final RequestLine DECLARED = new RequestLine(null, target -> target);
    }

    /** What is spoken on the way to the API. */
    public enum Protocol {
        /** What the base URL says, HTTP/1.1. */
        ANY,
        /** HTTP/2 (RFC 9113). */
        HTTP_2,
        /** HTTP/1.1 without TLS, to an API whose base URL asks for TLS; only of a verbatim credential. */
        WITHOUT_TLS
    }

    /** No credential at all. */
    public static final Credential NONE = new Credential(
            List.of(),
            List.of(),
            null,
            FormChange.NONE,
            RequestLine.DECLARED,
            List.of(),
            false,
            false,
            Protocol.ANY,
            List.of(),
            List.of(),
            List.of());

    public Credential {
        fields = List.copyOf(fields);
        query = List.copyOf(query);
        before = List.copyOf(before);
        secrets = List.copyOf(secrets);
        madeUp = List.copyOf(madeUp);
        replies = List.copyOf(replies);
    }

    /** Field lines that carry a secret. */
    public static Credential of(List<Part> fields, Secret... secrets) {
        return NONE.but(it -> {
            it.fields = fields;
            it.secrets = List.of(secrets);
        });
    }

    /** With these query parameters. */
    public Credential withQuery(List<Part> others) {
        return but(it -> it.query = others);
    }

    /** With one more field line, which is nobody's secret. */
    public Credential with(Part field) {
        List<Part> all = new ArrayList<>(fields);
        all.add(field);
        return but(it -> it.fields = all);
    }

    /** With this request body in place of the operation's. */
    public Credential withContent(Content other) {
        return but(it -> it.content = other);
    }

    /** With a form that is changed further. */
    public Credential withForm(FormChange further) {
        return but(it -> it.form = form.and(further));
    }

    /** The same once its form is known, which is what is sent then; so are those before it. */
    public Credential formed(@Nullable RequestForm own) {
        List<Credential> earlier = before.stream().map(it -> it.formed(own)).toList();
        if (form.equals(FormChange.NONE) || own == null) {
            return earlier.equals(before) ? this : but(it -> it.before = earlier);
        }
        RequestForm changed = form.of(own);
        return but(it -> {
            it.query = joined(query, changed.query());
            it.content = changed.content();
            it.form = FormChange.NONE;
            it.before = earlier;
        });
    }

    /** With another method or path; sent verbatim. */
    public Credential withLine(RequestLine other) {
        return but(it -> {
            it.line = other;
            it.verbatim = true;
        });
    }

    /** Sent after these, on one connection and verbatim. */
    public Credential after(List<Credential> others) {
        return but(it -> {
            it.before = others;
            it.goodBefore = false;
            it.verbatim = true;
        });
    }

    /** Sent after the good one, which has to get through, on one connection and verbatim. */
    public Credential afterGood(Credential good) {
        return but(it -> {
            it.before = List.of(good);
            it.goodBefore = true;
            it.verbatim = true;
        });
    }

    /** Sent byte for byte. */
    public Credential sentVerbatim() {
        return but(it -> it.verbatim = true);
    }

    /** Sent over HTTP/2. */
    public Credential overHttp2() {
        return but(it -> it.protocol = Protocol.HTTP_2);
    }

    /** Sent without TLS, byte for byte. */
    public Credential withoutTls() {
        return but(it -> {
            it.verbatim = true;
            it.protocol = Protocol.WITHOUT_TLS;
        });
    }

    /** With one more secret that must be found nowhere afterwards. */
    public Credential withSecret(Secret secret) {
        return knowing(List.of(secret), List.of());
    }

    /** With what else is secret in it, and what is made up. */
    Credential knowing(List<Secret> otherSecrets, List<Secret> alsoMadeUp) {
        return holding(
                joined(secrets, otherSecrets).stream().distinct().toList(),
                joined(madeUp, alsoMadeUp).stream().distinct().toList());
    }

    /**
     * The same with another one beside it, in one request: all that is not about field lines and query stays as it is here.
     *
     * <p>There is one Cookie line (RFC 6265 section 5.4). The other one comes first in it, or what is wrong with this one might take
     * it along.
     */
    Credential beside(Credential good) {
        List<Part> lines = new ArrayList<>(fields);
        for (Part added : good.fields) {
            int cookie = isCookie(added) ? cookieLine() : -1;
            if (cookie < 0) {
                lines.add(added);
            } else {
                Part line = lines.get(cookie);
                String both = Stream.of(added, line)
                        .map(it -> it.value().reveal())
                        .filter(value -> !value.isEmpty())
                        .collect(Collectors.joining("; "));
                lines.set(cookie, new Part(line.name(), new Secret(both)));
            }
        }
        return but(it -> {
            it.fields = lines;
            it.query = joined(query, good.query);
            it.form = form.and(good.form);
            it.before = before.stream().map(earlier -> earlier.beside(good)).toList();
            it.secrets = joined(secrets, good.secrets);
            it.madeUp = joined(madeUp, good.madeUp);
            it.replies = joined(replies, good.replies);
        });
    }

    /** With what answers challenges in it; of what stands in none of its fields nothing is kept. */
    Credential answeringBy(List<DigestReply> others) {
        List<DigestReply> held = joined(replies, others).stream()
                .filter(reply -> fields.stream()
                        .anyMatch(field -> reply.isIn(field.value().reveal())))
                .distinct()
                .toList();
        return but(it -> it.replies = held);
    }

    /** All that answers a challenge, in the order in which it is sent. */
    public List<DigestReply> allReplies() {
        return Stream.concat(before.stream().flatMap(it -> it.replies.stream()), replies.stream())
                .distinct()
                .toList();
    }

    /** The same, once it is known what they answer. */
    public Credential replying(UnaryOperator<DigestReply> known) {
        return but(it -> {
            it.before = before.stream().map(earlier -> earlier.replying(known)).toList();
            it.replies = replies.stream().map(known).toList();
        });
    }

    /**
     * A field's value as it is written in this request.
     *
     * @param target the request target
     * @param sent the content, empty where there is none
     */
    public String written(String value, String method, String target, byte[] sent) {
        String text = value;
        for (DigestReply reply : replies) {
            text = reply.filled(text, method, target, sent);
        }
        return text;
    }

    /** Whether it differs from another one by upper and lower case in its field lines alone. */
    boolean differsInCaseOnly(Credential other) {
        Credential same = but(it -> {
            it.fields = other.fields;
            it.secrets = other.secrets;
            it.madeUp = other.madeUp;
            it.replies = other.replies;
        });
        return same.equals(other) && lower(fields).equals(lower(other.fields));
    }

    private static List<String> lower(List<Part> lines) {
        return lines.stream()
                .map(line ->
                        "%s: %s".formatted(line.name(), line.value().reveal()).toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Whether the request is one without a credential, and nothing else is special about what it asks for. */
    boolean isNothing() {
        return fields.isEmpty()
                && query.isEmpty()
                && content == null
                && form.equals(FormChange.NONE)
                && before.isEmpty()
                && line.equals(RequestLine.DECLARED);
    }

    /** Where it stands, in lower case and in the words of {@link Presentation#where}. */
    Set<String> places() {
        Stream<String> lines = fields.stream()
                .flatMap(line -> isCookie(line)
                        ? Stream.of(line.value().reveal().split(";"))
                                .map(cookie -> "the cookie " + cookie.split("=", 2)[0].strip())
                        : Stream.of("the header " + line.name()));
        return Stream.concat(lines, query.stream().map(it -> "the query parameter " + it.name()))
                .map(place -> place.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private int cookieLine() {
        return IntStream.range(0, fields.size())
                .filter(index -> isCookie(fields.get(index)))
                .findFirst()
                .orElse(-1);
    }

    private static boolean isCookie(Part line) {
        return line.name().equalsIgnoreCase("Cookie");
    }

    private static <T> List<T> joined(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** The same, known to hold nothing that opens anything. */
    Credential asMadeUp() {
        return holding(List.of(), joined(secrets, madeUp));
    }

    private Credential holding(List<Secret> secret, List<Secret> made) {
        return but(it -> {
            it.secrets = secret;
            it.madeUp = made;
        });
    }

    private Credential but(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.done();
    }

    /** A copy in the making: a change names what it changes and nothing else. */
    private static final class Draft {
        private List<Part> fields;
        private List<Part> query;
        private @Nullable Content content;
        private FormChange form;
        private RequestLine line;
        private List<Credential> before;
        private boolean goodBefore;
        private boolean verbatim;
        private Protocol protocol;
        private List<Secret> secrets;
        private List<Secret> madeUp;
        private List<DigestReply> replies;

        Draft(Credential of) {
            fields = of.fields;
            query = of.query;
            content = of.content;
            form = of.form;
            line = of.line;
            before = of.before;
            goodBefore = of.goodBefore;
            verbatim = of.verbatim;
            protocol = of.protocol;
            secrets = of.secrets;
            madeUp = of.madeUp;
            replies = of.replies;
        }

        Credential done() {
            return new Credential(
                    fields,
                    query,
                    content,
                    form,
                    line,
                    before,
                    goodBefore,
                    verbatim,
                    protocol,
                    secrets,
                    madeUp,
                    replies);
        }
    }
}
