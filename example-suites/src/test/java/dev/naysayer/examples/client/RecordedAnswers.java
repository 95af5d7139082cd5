package dev.naysayer.examples.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A file beside a test: titles that start with {@code ###}, each with what is expected below. */
public final class RecordedAnswers {

    private final Map<String, String> byTitle = new LinkedHashMap<>();

    /** Reads {@code answers.txt} in the package of the test. */
    public static RecordedAnswers of(Class<?> test) {
        return of(test, "answers.txt");
    }

    /** Reads a file in the package of the test. */
    public static RecordedAnswers of(Class<?> test, String name) {
        try (InputStream file = test.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("no " + name + " beside " + test.getName());
            }
            return new RecordedAnswers(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RecordedAnswers(String text) {
        Arrays.stream(text.split("(?m)^### ", -1))
                .filter(part -> !part.isBlank())
                .forEach(part -> {
                    int end = part.indexOf('\n');
                    byTitle.put(
                            part.substring(0, end).strip(), part.substring(end).strip());
                });
    }

    public Set<String> titles() {
        return byTitle.keySet();
    }

    /** The answer below this title, or a sentence that there is none. */
    public String answer(String title) {
        return byTitle.getOrDefault(title, "nothing is recorded for " + title);
    }
}
