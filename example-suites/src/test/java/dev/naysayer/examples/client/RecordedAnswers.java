package dev.naysayer.examples.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A file beside a test: titles that start with {@code ###}, each with what is expected below.
 *
 * <p>With {@code -Dtests.write-pages=true} it is written anew by the tests that are run.
 */
public final class RecordedAnswers {

    private static final String ANEW = "-Dtests.write-pages=true writes it anew; read what changes";
    private static final String NOTHING = "nothing is recorded";

    private final Path source;
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
            Path source = Path.of("src/test/resources", test.getPackageName().replace('.', '/'), name);
            // Another process may have written it just now.
            String text =
                    isWritten() ? Files.readString(source) : new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return new RecordedAnswers(source, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RecordedAnswers(Path source, String text) {
        this.source = source;
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
        return byTitle.getOrDefault(title, NOTHING);
    }

    /** Compares what came with what is recorded below this title, or records it. */
    public void check(String title, String came) {
        if (isWritten() && !came.equals(byTitle.put(title, came))) {
            write();
        }
        assertThat(came).as("### %s in %s: %s", title, source, ANEW).isEqualTo(answer(title));
    }

    /** Tells which titles are missing, left over or in another order, or puts them into this one. */
    public void checkTitles(Collection<String> titles) {
        if (isWritten() && !List.copyOf(titles()).equals(List.copyOf(titles))) {
            Map<String, String> sorted = new LinkedHashMap<>();
            titles.forEach(title -> sorted.put(title, answer(title)));
            byTitle.clear();
            byTitle.putAll(sorted);
            write();
        }
        assertThat(titles.stream().filter(title -> !titles().contains(title)))
                .as("what nothing is recorded for in %s: %s", source, ANEW)
                .isEmpty();
        assertThat(titles().stream().filter(title -> !titles.contains(title)))
                .as("what is recorded in %s, and is no more: %s", source, ANEW)
                .isEmpty();
        assertThat(titles()).as("the order in %s: %s", source, ANEW).containsExactlyElementsOf(titles);
    }

    private static boolean isWritten() {
        return Boolean.getBoolean("tests.write-pages");
    }

    private void write() {
        String text = byTitle.entrySet().stream()
                .map(entry -> "### " + entry.getKey() + "\n" + entry.getValue() + "\n")
                .collect(Collectors.joining("\n"));
        try {
            Files.writeString(source, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
