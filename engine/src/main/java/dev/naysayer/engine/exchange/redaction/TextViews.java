package dev.naysayer.engine.exchange.redaction;

import java.util.ArrayList;
import java.util.List;

/**
 * All the ways to read a text that may hide a secret: as it stands, and with escapes, base64 and hex taken off, up to three layers.
 *
 * <p>Problem: a secret has endless forms, once one encodes it twice or only in part. Choice: not the secret is encoded but the text
 * decoded, and the secret needs to be known in one form only.
 */
final class TextViews {

    private static final int LAYERS = 3;

    /** Hostile text could be decoded in ever more ways; what is read in all is bounded by its length. */
    private static final int MOST_TIMES = 24;

    private static final int ALWAYS = 4096;

    private TextViews() {}

    /** The text itself first, then what it may be read as. */
    static List<TextView> of(String text) {
        return of(TextView.unwrapped(text), text.length());
    }

    /** The same, for whoever only wants to know whether something is there. */
    static List<TextView> unplaced(String text) {
        return of(TextView.unplaced(text), text.length());
    }

    private static List<TextView> of(TextView whole, int length) {
        List<TextView> views = new ArrayList<>();
        long left = (long) length * MOST_TIMES + ALWAYS;
        List<TextView> layer = List.of(whole);
        for (int depth = 0; !layer.isEmpty() && depth <= LAYERS; depth++) {
            views.addAll(layer);
            List<TextView> inner = new ArrayList<>();
            for (TextView view : layer) {
                List<TextView> decoded = depth == LAYERS || left <= 0 ? List.of() : decoded(view);
                left -= decoded.stream().mapToLong(TextView::size).sum();
                inner.addAll(decoded);
            }
            layer = inner;
        }
        return views;
    }

    private static List<TextView> decoded(TextView view) {
        List<TextView> decoded = new ArrayList<>(Escapes.decoded(view));
        decoded.addAll(PackedBytes.decoded(view));
        decoded.removeIf(one -> one.size() < SecretRuns.SHORTEST);
        return decoded;
    }
}
