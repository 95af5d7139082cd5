package dev.naysayer.engine.exchange;

import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Finds any of many texts in one pass.
 *
 * <p>Problem: each case mints a token, so a run of 1,000 cases knows some 8,000 forms and learns new ones all the time. A
 * regular expression over them would be compiled anew for each case, and tries every form at every position. Choice: forms
 * by their first eight characters, then by length, longest first. Adding is cheap, and a position costs one look-up.
 */
final class FormIndex {

    private static final int KEY = SecretForms.SHORTEST;

    private final Map<String, NavigableMap<Integer, Set<String>>> byStart = new ConcurrentHashMap<>();

    void add(String form) {
        byStart.computeIfAbsent(form.substring(0, KEY), start -> new ConcurrentSkipListMap<>(Comparator.reverseOrder()))
                .computeIfAbsent(form.length(), length -> ConcurrentHashMap.newKeySet())
                .add(form);
    }

    /** How many characters at the end of a text are the beginning of a form; 0 where fewer than {@value KEY} are. */
    int lengthOfBeginningAtEnd(String text) {
        for (int i = Math.max(0, text.length() - longest()); i + KEY <= text.length(); i++) {
            NavigableMap<Integer, Set<String>> candidates = byStart.get(text.substring(i, i + KEY));
            if (candidates != null && hasBeginning(candidates, text, i)) {
                return text.length() - i;
            }
        }
        return 0;
    }

    private static boolean hasBeginning(NavigableMap<Integer, Set<String>> candidates, String text, int start) {
        return candidates.values().stream()
                .flatMap(Set::stream)
                .anyMatch(form -> form.regionMatches(0, text, start, text.length() - start));
    }

    private int longest() {
        return byStart.values().stream().mapToInt(NavigableMap::firstKey).max().orElse(0);
    }

    boolean isIn(String text) {
        for (int i = 0; i + KEY <= text.length(); i++) {
            if (lengthOfMatch(text, i) > 0) {
                return true;
            }
        }
        return false;
    }

    String replaceAll(String text, String replacement) {
        StringBuilder replaced = new StringBuilder(text.length());
        int copied = 0;
        int i = 0;
        while (i + KEY <= text.length()) {
            int length = lengthOfMatch(text, i);
            if (length > 0) {
                replaced.append(text, copied, i).append(replacement);
                copied = i + length;
            }
            i += Math.max(1, length);
        }
        return copied == 0 ? text : replaced.append(text, copied, text.length()).toString();
    }

    private int lengthOfMatch(String text, int at) {
        NavigableMap<Integer, Set<String>> candidates = byStart.get(text.substring(at, at + KEY));
        if (candidates == null) {
            return 0;
        }
        for (Map.Entry<Integer, Set<String>> candidate : candidates.entrySet()) {
            int end = at + candidate.getKey();
            if (end <= text.length() && candidate.getValue().contains(text.substring(at, end))) {
                return candidate.getKey();
            }
        }
        return 0;
    }
}
