package dev.naysayer.dsl.format;

import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** What an editor shows of a key: the words of the tables in {@code docs/}, without their links. */
public final class KeyWords {

    private static final Pattern SEE = Pattern.compile(",? ?\\[see [^]]*]\\([^)]*\\)");
    private static final Pattern LINK = Pattern.compile("\\[([^]]*)]\\([^)]*\\)");

    private static final LoadSettings YAML =
            LoadSettings.builder().setSchema(new CoreSchema()).build();

    private KeyWords() {}

    /** One or two sentences; empty where nothing is told of the key. */
    public static String of(Key key) {
        String words = plain(key.words());
        String meaning = words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
        String otherwise = plain(key.byDefault());
        return otherwise.isEmpty() ? meaning : "%s Where it is left out: %s.".formatted(meaning, otherwise);
    }

    private static String plain(String markdown) {
        return LINK.matcher(SEE.matcher(markdown).replaceAll("")).replaceAll("$1");
    }

    /** The example as a value; empty where there is none, or where it leaves something out. */
    public static Optional<Object> example(Key key) {
        return key.example().isEmpty() || key.example().contains("…")
                ? Optional.empty()
                : Optional.of(new Load(YAML).loadFromString(key.example()));
    }
}
