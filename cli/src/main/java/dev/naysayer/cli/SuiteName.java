package dev.naysayer.cli;

import dev.naysayer.dsl.read.SuiteReader;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * What a first suite's file, variables, package and class are called after.
 *
 * @param text {@code price-lists}
 */
record SuiteName(String text) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST = 40;

    /** @throws Unusable where nothing can be called so */
    SuiteName {
        if (!NAME.matcher(text).matches()) {
            throw new Unusable(
                    "'%s' is no name of a suite: write letters, digits and hyphens, --name=orders".formatted(text));
        }
    }

    /** The first word of a path, where it is one. */
    static SuiteName ofOperation(String operation) {
        Matcher word = Pattern.compile("/([A-Za-z][A-Za-z0-9-]*)").matcher(operation);
        return new SuiteName(
                word.find() ? word.group(1).toLowerCase(Locale.ROOT).replaceAll("-+$", "") : "api");
    }

    /** {@code orders} of {@code Orders API}; empty where a title has no such words. */
    static Optional<SuiteName> ofTitle(String title) {
        String words = Normalizer.normalize(title, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[-0-9]+", "")
                .replaceAll("(?<=.)-api$|-$", "");
        String cut =
                words.length() <= LONGEST ? words : words.substring(0, LONGEST).replaceAll("-$", "");
        return cut.isEmpty() ? Optional.empty() : Optional.of(new SuiteName(cut));
    }

    String file() {
        return text + SuiteReader.SUFFIX;
    }

    /** What its variables begin with. */
    String prefix() {
        return text.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** {@code PriceLists}, as a type or a title begins. */
    String title() {
        StringBuilder title = new StringBuilder();
        for (String word : text.split("-", -1)) {
            title.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return title.toString();
    }

    /** The last part of a Java package's name. */
    String packageName() {
        String letters = text.replace("-", "");
        return SourceVersion.isKeyword(letters) ? letters + "api" : letters;
    }
}
