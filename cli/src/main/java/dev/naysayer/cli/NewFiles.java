package dev.naysayer.cli;

import dev.naysayer.dsl.read.SuiteReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Files of which none is written where one would take the place of another that is there. */
final class NewFiles {

    private final Map<Path, byte[]> contents = new LinkedHashMap<>();
    private final Map<Path, String> remarks = new LinkedHashMap<>();

    void add(Path file, String text) {
        contents.put(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param remark what is told behind its name */
    void add(Path file, byte[] content, String remark) {
        contents.put(file, content);
        remarks.put(file, remark);
    }

    /** The same content may be there already: two suites of a folder share their schema and their document. */
    void write() throws IOException {
        for (Map.Entry<Path, byte[]> file : contents.entrySet()) {
            if (Files.exists(file.getKey()) && !isThere(file)) {
                throw new Unusable("%s is there already: nothing is written; name another folder, or --name=…"
                        .formatted(file.getKey()));
            }
        }
        for (Map.Entry<Path, byte[]> file : contents.entrySet()) {
            try {
                Files.createDirectories(
                        Objects.requireNonNull(file.getKey().toAbsolutePath().getParent()));
                if (!isThere(file)) {
                    Files.write(file.getKey(), file.getValue(), StandardOpenOption.CREATE_NEW);
                }
            } catch (IOException e) {
                throw new Unusable("%s cannot be written (%s): name a folder that can be written to"
                        .formatted(file.getKey(), e.getClass().getSimpleName()));
            }
        }
    }

    /** What a suite is made of has the same content; a suite of the same content is somebody's. */
    private static boolean isThere(Map.Entry<Path, byte[]> file) throws IOException {
        return !file.getKey().toString().endsWith(SuiteReader.SUFFIX)
                && Files.isRegularFile(file.getKey())
                && Files.size(file.getKey()) == file.getValue().length
                && Arrays.equals(Files.readAllBytes(file.getKey()), file.getValue());
    }

    void tell(Console console) {
        contents.keySet().forEach(it -> console.say("wrote " + it + remarks.getOrDefault(it, "")));
    }
}
