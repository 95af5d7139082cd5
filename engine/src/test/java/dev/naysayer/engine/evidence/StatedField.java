package dev.naysayer.engine.evidence;

import dev.naysayer.engine.evidence.ChallengeField.Broken;
import dev.naysayer.engine.evidence.ChallengeField.Parsed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A field of a {@code .fields} file, with what is stated there of how it is read.
 *
 * <p>Fields are parted by empty lines, and a line that starts with {@code #} says what follows. Below each line of the field
 * stand carets where it takes a liberty or breaks, below the field what it says: {@code = Basic realm «quoted», x plain}. A
 * control character is shown by its symbol, as is a blank that would not be seen.
 *
 * @param name the field's name
 * @param lines its values, one a field line
 * @param text all that stands in the file
 */
record StatedField(String name, List<String> lines, String text) {

    private static final String SHOWN_SPACE = "\u2420";
    private static final char SHOWN_DELETE = '\u2421';

    /** All the fields of a file beside this class. */
    static List<StatedField> of(String file) throws IOException {
        try (InputStream in = StatedField.class.getResourceAsStream(file)) {
            String all = new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
            List<StatedField> fields = new ArrayList<>();
            for (String block : all.replaceAll("(?m)^#.*\n", "").strip().split("\n\n+", -1)) {
                fields.add(read(block.strip()));
            }
            return fields;
        }
    }

    private static StatedField read(String block) {
        List<String> lines = block.lines().filter(StatedField::isFieldLine).toList();
        String name = lines.get(0).substring(0, lines.get(0).indexOf(':'));
        return new StatedField(
                name,
                lines.stream()
                        .map(line -> hidden(line.substring(name.length() + 1).strip()))
                        .toList(),
                block);
    }

    static boolean isFieldLine(String line) {
        return line.matches("(?s)[A-Za-z]+-Authenticate:.*");
    }

    /** What has to stand in the file. */
    String told() {
        return told(name, lines);
    }

    /** What has to stand in the file of this field. */
    static String told(String name, List<String> lines) {
        ChallengeField read = ChallengeParser.parse(lines);
        List<Liberty> liberties = ChallengeParser.liberties(lines);
        List<String> told = new ArrayList<>();
        for (String line : lines) {
            told.add(fieldLine(name, line));
            String indent = " ".repeat(name.length() + 2);
            liberties.stream()
                    .filter(liberty -> liberty.line().equals(line))
                    .distinct()
                    .forEach(liberty -> told.add(indent + remark(liberty.describe())));
            if (read instanceof Broken broken && broken.line().equals(line)) {
                told.add(indent + remark(broken.describe()));
            }
        }
        told.addAll(meaning(read));
        return String.join("\n", told);
    }

    /** The line as it stands in a file. */
    static String fieldLine(String name, String value) {
        return (name + ": " + shown(value)).strip();
    }

    private static List<String> meaning(ChallengeField read) {
        if (read instanceof Parsed parsed) {
            return parsed.challenges().isEmpty()
                    ? List.of("= nothing")
                    : parsed.challenges().stream()
                            .map(challenge -> "= " + told(challenge))
                            .toList();
        }
        return List.of("= broken");
    }

    private static String told(Challenge challenge) {
        if (challenge.token68() != null) {
            return challenge.scheme() + " (" + challenge.token68() + ")";
        }
        String params = challenge.params().stream()
                .map(param -> param.name() + " " + (param.quoted() ? "«" + shown(param.value()) + "»" : param.value()))
                .collect(Collectors.joining(", "));
        return (challenge.scheme() + " " + params).strip();
    }

    /** The line below the field line. */
    private static String remark(String described) {
        return described.lines().skip(1).collect(Collectors.joining());
    }

    /** Control characters as symbols, and blanks too where they stand at an end. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.chars()
                .map(character -> character < ' ' ? '\u2400' + character : character)
                .map(character -> character == 0x7f ? SHOWN_DELETE : character)
                .forEach(shown::appendCodePoint);
        return shown.toString().replaceAll("^ | $", SHOWN_SPACE);
    }

    private static String hidden(String shown) {
        StringBuilder hidden = new StringBuilder();
        shown.replace(SHOWN_SPACE, " ")
                .replace(SHOWN_DELETE, '\u007f')
                .chars()
                .map(character ->
                        character >= '\u2400' && character < SHOWN_SPACE.charAt(0) ? character - '\u2400' : character)
                .forEach(hidden::appendCodePoint);
        return hidden.toString();
    }
}
