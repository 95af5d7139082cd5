package dev.naysayer.dsl.read;

import dev.naysayer.dsl.RequestBody;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A body as it is written, piece by piece. */
final class BodyText {

    private final UnaryOperator<String> encoding;
    private final UnaryOperator<String> reference;
    private final List<Template.Piece> pieces = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();
    private final List<Secret> secrets = new ArrayList<>();

    /**
     * @param encoding how a text is written in such a body
     * @param reference how a reference is shown in it
     */
    BodyText(UnaryOperator<String> encoding, UnaryOperator<String> reference) {
        this.encoding = encoding;
        this.reference = reference;
    }

    boolean isEmpty() {
        return pieces.isEmpty() && literal.isEmpty();
    }

    /** What belongs to the form of the body. */
    BodyText literal(String text) {
        literal.append(text);
        return this;
    }

    /** A value, which is encoded piece by piece; what is made anew needs none. */
    void add(Template value) {
        secrets.addAll(value.secrets());
        for (Template.Piece piece : value.pieces()) {
            Secret given = piece.value();
            if (piece.fresh() != null) {
                piece(piece);
            } else if (given != null) {
                piece(new Template.Piece(
                        reference.apply(piece.written()), encoded(given), null, encoded(piece.again())));
            } else {
                literal.append(encoding.apply(piece.written()));
            }
        }
    }

    private Secret encoded(Secret text) {
        return new Secret(encoding.apply(text.reveal()));
    }

    private @Nullable Supplier<@Nullable Secret> encoded(@Nullable Supplier<@Nullable Secret> again) {
        return again == null
                ? null
                : () -> {
                    Secret now = again.get();
                    return now == null ? null : encoded(now);
                };
    }

    private void piece(Template.Piece piece) {
        flush();
        pieces.add(piece);
    }

    private void flush() {
        if (!literal.isEmpty()) {
            pieces.add(Template.Piece.literal(literal.toString()));
            literal.setLength(0);
        }
    }

    RequestBody body(@Nullable String mediaType) {
        flush();
        return new RequestBody(mediaType, new Template(pieces), false, secrets);
    }
}
