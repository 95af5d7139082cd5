package dev.naysayer.dsl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A text of a request that is whole only when it is sent: some of it stands in the suite, some comes by reference, and some is made anew
 * each time.
 *
 * @param pieces in their order
 */
public record Template(List<Piece> pieces) {

    public Template {
        pieces = List.copyOf(pieces);
    }

    /** What is made anew for each request, where no variable of its name is set. */
    public enum Fresh {
        /** {@code ${uuid}}: a random UUID (RFC 9562). */
        UUID,
        /** {@code ${now}}: the time, by RFC 3339, in UTC. */
        NOW;

        /** What a reference of this name, without a default, stands for. */
        public static Optional<Fresh> named(@Nullable String name) {
            return Arrays.stream(values())
                    .filter(fresh -> fresh.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst();
        }
    }

    /**
     * A part of the text.
     *
     * @param written as a reader may see it: the text itself, or the reference
     * @param value what the reference leads to, or null
     * @param fresh what is made in its place, or null
     * @param again asks for what the reference leads to now, and gives null where that fails; null where it is the same each time
     */
    public record Piece(
            String written,
            @Nullable Secret value,
            @Nullable Fresh fresh,
            @Nullable Supplier<@Nullable Secret> again) {

        /** One that is the same in each request, or made anew for it. */
        public Piece(String written, @Nullable Secret value, @Nullable Fresh fresh) {
            this(written, value, fresh, null);
        }

        public static Piece literal(String text) {
            return new Piece(text, null, null);
        }

        public static Piece given(String reference, String value) {
            return new Piece(reference, new Secret(value), null);
        }

        public static Piece made(String reference, Fresh fresh) {
            return new Piece(reference, null, fresh);
        }

        private Piece renewed() throws NotGiven {
            if (again == null) {
                return this;
            }
            Secret now = again.get();
            if (now == null) {
                throw new NotGiven(written);
            }
            return new Piece(written, now, fresh, again);
        }
    }

    /** What a reference leads to is not there any more. */
    public static final class NotGiven extends Exception {

        private static final long serialVersionUID = 1;

        private NotGiven(String reference) {
            super("'%s' gave nothing this time".formatted(reference));
        }
    }

    /**
     * What the text is in one request.
     *
     * @param sent what goes onto the wire
     * @param shown the same, with references in the place of what they lead to
     */
    public record Filled(Secret sent, String shown) {}

    /** A text that is known as it stands there. */
    public static Template of(String text) {
        return new Template(List.of(Piece.literal(text)));
    }

    /** The text for one request. */
    public Filled fill(Function<Fresh, String> make) {
        StringBuilder sent = new StringBuilder();
        StringBuilder shown = new StringBuilder();
        for (Piece piece : pieces) {
            String made = piece.fresh() == null ? null : make.apply(piece.fresh());
            String value =
                    piece.value() == null ? piece.written() : piece.value().reveal();
            sent.append(made == null ? value : made);
            shown.append(made == null ? piece.written() : made);
        }
        return new Filled(new Secret(sent.toString()), shown.toString());
    }

    /** The same, where this text is sent in the place of what it says. */
    public Template sentAs(String text) {
        boolean isKnown = pieces.stream().allMatch(piece -> piece.value() == null);
        return isKnown ? of(text) : new Template(List.of(Piece.given(toString(), text)));
    }

    /**
     * The same with what its references lead to now, where that is asked for each time.
     *
     * @throws NotGiven if one of them leads to nothing
     */
    Template renewed() throws NotGiven {
        List<Piece> now = new ArrayList<>();
        for (Piece piece : pieces) {
            now.add(piece.renewed());
        }
        return new Template(now);
    }

    /** Whether some of it is asked for each time. */
    public boolean isRenewed() {
        return pieces.stream().anyMatch(piece -> piece.again() != null);
    }

    /** What its references lead to; empty texts are nobody's secret. */
    public List<Secret> secrets() {
        return pieces.stream()
                .map(Piece::value)
                .filter(value -> value != null && !value.reveal().isEmpty())
                .toList();
    }

    /** Whether it is another text in each request. */
    public boolean isFresh() {
        return pieces.stream().anyMatch(piece -> piece.fresh() != null);
    }

    /** As a reader may see it. */
    @Override
    public String toString() {
        StringBuilder written = new StringBuilder();
        pieces.forEach(piece -> written.append(piece.written()));
        return written.toString();
    }
}
