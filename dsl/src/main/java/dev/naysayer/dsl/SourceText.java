package dev.naysayer.dsl;

import java.util.List;

/** A suite as its author wrote it: nothing resolved, so that quoting it tells no secret that came by reference. */
record SourceText(String file, String text) {

    List<String> lines() {
        return text.lines().toList();
    }

    /** One line, counted from 1; what {@link LiteralSecrets} recognises is blanked. */
    String line(int number) {
        List<String> lines = lines();
        return number > lines.size() ? "" : LiteralSecrets.blank(lines.get(number - 1));
    }
}
