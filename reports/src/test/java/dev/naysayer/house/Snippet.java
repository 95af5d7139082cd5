package dev.naysayer.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a document shows between fences.
 *
 * @param page the file's name
 * @param line where it begins
 * @param heading the last one before it, without marks
 * @param language what stands behind the fence; empty where nothing does
 * @param text without the indentation of its fence
 */
record Snippet(String page, int line, String heading, String language, String text) {

    private static final Path ROOT = Path.of("..");
    private static final String FENCE = "```";

    /** The documents that people read, in the order of their names. */
    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (Path folder : List.of(ROOT, ROOT.resolve("docs"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
            }
        }
        return pages;
    }

    static List<Snippet> all(String language) {
        try {
            List<Snippet> all = new ArrayList<>();
            for (Path page : pages()) {
                all.addAll(of(page));
            }
            return all.stream().filter(it -> it.language().equals(language)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Snippet> of(Path page) throws IOException {
        // Those of this repository and those of 'docs' may be called alike.
        String name = ROOT.relativize(page).toString();
        List<Snippet> found = new ArrayList<>();
        List<String> lines = Files.readAllLines(page);
        String heading = "";
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (!line.strip().startsWith(FENCE)) {
                heading = line.startsWith("#") ? line.replaceFirst("#+ ", "") : heading;
                continue;
            }
            int indent = line.indexOf(FENCE);
            int begin = at + 1;
            List<String> body = new ArrayList<>();
            for (at++; !lines.get(at).strip().equals(FENCE); at++) {
                String of = lines.get(at);
                body.add(of.substring(Math.min(indent, of.length())));
            }
            found.add(new Snippet(
                    name, begin, heading, line.strip().substring(FENCE.length()), String.join("\n", body) + "\n"));
        }
        return found;
    }

    @Override
    public String toString() {
        return "%s:%d".formatted(page, line);
    }
}
