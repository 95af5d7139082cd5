package dev.naysayer.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What people get wrong: a folder of {@code mistakes}, with what the program says of it in {@code message.txt}, and in
 * {@code followed.yaml} the next step of that message as somebody does it who takes it word for word.
 *
 * @param folder where it lies
 * @param step the keys of {@code followed.yaml}
 */
record Mistake(Path folder, Map<String, String> step) {

    private static final Path ALL = Path.of("src/test/resources/dev/naysayer/cli/mistakes");
    private static final Set<String> OF_THE_TEST = Set.of("message.txt", "followed.yaml");

    static List<Mistake> all() throws IOException {
        try (Stream<Path> folders = Files.list(ALL)) {
            return folders.sorted().map(Mistake::in).toList();
        }
    }

    private static Mistake in(Path folder) {
        Map<?, ?> read = (Map<?, ?>)
                new Load(LoadSettings.builder().build()).loadFromString(text(folder.resolve("followed.yaml")));
        return new Mistake(
                folder,
                read.entrySet().stream()
                        .collect(Collectors.toMap(
                                it -> String.valueOf(it.getKey()), it -> String.valueOf(it.getValue()))));
    }

    /** What is called, {@code check}. */
    String command() {
        return said("command");
    }

    /** The next step, as it stands in the message. */
    String says() {
        return said("says");
    }

    /** What both the message and whoever follows it have to name; null where the step names nothing. */
    @Nullable
    String word() {
        return step.get("word");
    }

    Path message() {
        return folder.resolve("message.txt");
    }

    /** @param filled puts in what is known only while the test runs */
    void write(Path into, UnaryOperator<String> filled) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if (!OF_THE_TEST.contains(name)) {
                    Files.writeString(into.resolve(name), filled.apply(text(file)));
                }
            }
        }
    }

    /**
     * Does what the message says.
     *
     * @return what was touched for it, with what stands there now
     */
    String follow(Path in, UnaryOperator<String> filled) throws IOException {
        if (step.containsKey("set")) {
            System.setProperty(said("set"), filled.apply(said("to")));
            return text(in.resolve("orders.auth.yaml"))
                    .lines()
                    .filter(line -> line.contains(said("set")))
                    .collect(Collectors.joining("\n"));
        }
        Path file = in.resolve(said("file"));
        if (step.containsKey("rename")) {
            Files.move(file, in.resolve(said("rename")));
            return said("rename");
        }
        if (step.containsKey("delete")) {
            List<String> lines = Files.readAllLines(file);
            Files.write(
                    file,
                    Stream.concat(
                                    lines.stream().limit(deleted() - 1L),
                                    lines.stream().skip(deleted()))
                            .toList());
            return "line " + deleted();
        }
        String from = filled.apply(said("from"));
        String to = filled.apply(said("to"));
        String before = text(file);
        if (!before.contains(from)) {
            throw new IllegalStateException("%s has no '%s'".formatted(file, from));
        }
        Files.writeString(file, before.replace(from, to));
        return from + "\n" + to;
    }

    private int deleted() {
        return Integer.parseInt(said("delete"));
    }

    private String said(String key) {
        return Objects.requireNonNull(step.get(key), () -> folder + " has to say '" + key + "'");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return String.valueOf(folder.getFileName());
    }
}
