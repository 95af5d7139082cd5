package dev.naysayer.examples.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The file {@code answers.txt} beside a test: titles that start with {@code ###}, each with an answer below. */
public final class RecordedAnswers {

    private final Map<String, String> byTitle = new LinkedHashMap<>();

    /** Reads the file in the package of the test. */
    public static RecordedAnswers of(Class<?> test) {
        try (InputStream file = test.getResourceAsStream("answers.txt")) {
            if (file == null) {
                throw new IllegalStateException("no answers.txt beside " + test.getName());
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
