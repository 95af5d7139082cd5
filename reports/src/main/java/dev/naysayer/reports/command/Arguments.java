package dev.naysayer.reports.command;

import dev.naysayer.reports.model.Unfit;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a command was given.
 *
 * @param words in their order
 * @param options the others, {@code --name=value}, by their names
 */
record Arguments(List<String> words, Map<String, String> options) {

    private static final String OPTION = "--";

    Arguments {
        words = List.copyOf(words);
        options = Map.copyOf(options);
    }

    /** Every command reads its arguments so. */
    static Arguments of(List<String> arguments, Set<String> known) throws Unfit {
        List<String> words = new ArrayList<>();
        Map<String, String> options = new TreeMap<>();
        for (String argument : arguments) {
            if (!argument.startsWith(OPTION)) {
                words.add(argument);
                continue;
            }
            String[] parts = argument.substring(OPTION.length()).split("=", 2);
            if (!known.contains(parts[0])) {
                throw new Unfit("there is no option %s%s: %s".formatted(OPTION, parts[0], nextStep(known)));
            }
            if (parts.length < 2 || parts[1].isEmpty()) {
                throw new Unfit("%s%s has no value: say %s%s=…".formatted(OPTION, parts[0], OPTION, parts[0]));
            }
            options.put(parts[0], parts[1]);
        }
        return new Arguments(words, options);
    }

    private static String nextStep(Set<String> known) {
        return known.isEmpty()
                ? "leave it out"
                : known.stream().sorted().map(OPTION::concat).collect(Collectors.joining(", ", "there are ", ""));
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /** A word that names a file or a folder. */
    static Path path(String word) throws Unfit {
        try {
            return Path.of(word);
        } catch (InvalidPathException e) {
            throw new Unfit("'%s' is no path: %s".formatted(word, e.getReason()));
        }
    }
}
