package dev.naysayer.engine.exchange.redaction;

import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What was found in the texts that were searched last; good as long as no secret comes to those that are searched for.
 *
 * <p>Most of what an API says it says to every case: the same fields, the same few bodies. May be used from many threads.
 */
final class Searched {

    private static final int LONGEST = 2000;

    private final int most;
    private final Map<Place, BitSet> found = new ConcurrentHashMap<>();

    /** @param most how many texts are remembered */
    Searched(int most) {
        this.most = most;
    }

    private record Place(String text, boolean own) {}

    /** The places, which nobody may change; null where the text has to be searched. */
    @Nullable
    BitSet get(String text, boolean own) {
        return text.length() > LONGEST ? null : found.get(new Place(text, own));
    }

    void put(String text, boolean own, BitSet places) {
        if (text.length() > LONGEST) {
            return;
        }
        if (found.size() >= most) {
            found.clear();
        }
        found.put(new Place(text, own), places);
    }
}
