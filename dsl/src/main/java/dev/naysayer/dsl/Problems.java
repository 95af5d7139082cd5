package dev.naysayer.dsl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects the problems of one file, so that its author sees all of them at once. */
final class Problems {

    private final SourceText text;
    private final List<Problem> found = new ArrayList<>();

    Problems(SourceText text) {
        this.text = text;
    }

    void at(Node node, String message, String nextStep) {
        Position at = position(node);
        at(at.line(), at.column(), message, nextStep);
    }

    void at(int line, int column, String message, String nextStep) {
        found.add(new Problem(new Position(text.file(), line, column), message, text.line(line), nextStep));
    }

    /** As {@link #at(Node, String, String)}, for a value that must not be quoted. */
    void atSecret(Node node, String message, String nextStep) {
        Position at = position(node);
        String line = text.line(at.line());
        String quoted = line.substring(0, Math.min(line.length(), at.column() - 1)) + "•••";
        found.add(new Problem(at, message, quoted, nextStep));
    }

    /** A name that is none of the known ones. */
    void unknown(Node node, String what, String name, Collection<String> known) {
        at(node, "unknown %s '%s'".formatted(what, name), Suggestion.of(name, known));
    }

    Position position(Node node) {
        return node.getStartMark()
                .map(mark -> new Position(text.file(), mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(new Position(text.file(), 1, 1));
    }

    /** In the file's order; a place and message only once, since an alias can lead to the same place twice. */
    List<Problem> found() {
        return found.stream()
                .distinct()
                .sorted(Comparator.comparingInt(
                                (Problem problem) -> problem.at().line())
                        .thenComparingInt(problem -> problem.at().column()))
                .toList();
    }
}
