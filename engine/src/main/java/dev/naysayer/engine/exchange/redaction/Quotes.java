package dev.naysayer.engine.exchange.redaction;

import dev.naysayer.engine.exchange.Body;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a text of ours has taken from a body, by runs of ten characters.
 *
 * <p>The text is short and bodies are long, so the text's runs are remembered and the bodies are gone through.
 */
public final class Quotes {

    private static final Grams RUNS = new Grams(SecretRuns.RUN, true);

    private final TextView view;
    private final Map<Long, List<Integer>> places = new HashMap<>();

    private Quotes(String text) {
        this.view = TextView.unwrapped(text);
        RUNS.visit(
                view.chars(),
                view.size(),
                (start, hash) ->
                        places.computeIfAbsent(hash, it -> new ArrayList<>()).add(start));
    }

    /**
     * The text without what it quotes of these bodies.
     *
     * @param known what may be said although a body says it, too
     */
    public static String hidden(String text, List<Body> bodies, Stream<String> known) {
        Quotes quotes = new Quotes(text);
        if (quotes.places.isEmpty()) {
            return text;
        }
        known.forEach(quotes::forget);
        BitSet quoted = new BitSet();
        bodies.forEach(body -> quotes.find(body, quoted));
        return SecretRuns.replaced(text, quoted, Redactor.MARK);
    }

    private void forget(String words) {
        TextView said = TextView.unwrapped(words);
        RUNS.visit(said.chars(), said.size(), (start, hash) -> places.remove(hash));
    }

    private void find(Body body, BitSet quoted) {
        TextView all = TextView.unwrapped(new String(body.bytes(), StandardCharsets.UTF_8));
        find(all, quoted);
        Escapes.decoded(all).forEach(decoded -> find(decoded, quoted));
    }

    private void find(TextView body, BitSet quoted) {
        RUNS.visit(body.chars(), body.size(), (start, hash) -> {
            for (int place : places.getOrDefault(hash, List.of())) {
                quoted.set(view.start(place), view.end(place + SecretRuns.RUN - 1));
            }
        });
    }
}
