package dev.naysayer.dsl;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A suite as its author wrote it: nothing resolved, so that quoting it tells no secret that came by reference. */
record SourceText(String file, String text) {

    List<String> lines() {
        return text.lines().toList();
    }

    /**
     * One line, counted from 1, as it may be quoted: what {@link LiteralSecrets} recognises is blanked, and so are these
     * secrets and the inside of a PEM block.
     */
    String line(int number, Set<String> secrets) {
        List<String> lines = lines();
        if (number > lines.size()) {
            return "";
        }
        if (isInsidePem(lines.subList(0, number - 1))) {
            return "•••";
        }
        String line = lines.get(number - 1);
        for (String secret : secrets) {
            line = secret.isEmpty() ? line : everywhere(secret).matcher(line).replaceAll("•••");
        }
        return LiteralSecrets.blank(line);
    }

    /** A short secret may be part of innocent words; those would only confuse. */
    private static Pattern everywhere(String secret) {
        String quoted = Pattern.quote(secret);
        return Pattern.compile(secret.length() < 8 ? "(?<!\\w)" + quoted + "(?!\\w)" : quoted);
    }

    private static boolean isInsidePem(List<String> before) {
        String text = String.join("\n", before);
        return text.lastIndexOf("-----BEGIN") > text.lastIndexOf("-----END");
    }
}
