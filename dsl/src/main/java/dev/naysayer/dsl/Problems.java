package dev.naysayer.dsl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Collects the problems of one file, so that its author sees all of them at once. */
final class Problems {

    private final SourceText text;
    private final List<Problem> found = new ArrayList<>();
    private final Set<String> secrets = new HashSet<>();

    Problems(SourceText text) {
        this.text = text;
    }

    void at(Node node, String message, String nextStep) {
        Position at = position(node);
        at(at.line(), at.column(), message, nextStep);
    }

    void at(int line, int column, String message, String nextStep) {
        found.add(new Problem(new Position(text.file(), line, column), message, "", nextStep));
    }

    /** As {@link #at(Node, String, String)}, for a value that must not be quoted. */
    void atSecret(ScalarNode node, String message, String nextStep) {
        secrets.add(node.getValue());
        at(node, message, nextStep);
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
                .map(this::withoutSecrets)
                .distinct()
                .sorted(Comparator.comparingInt(
                                (Problem problem) -> problem.at().line())
                        .thenComparingInt(problem -> problem.at().column()))
                .toList();
    }

    /** Only now is it known what a line must not show: another problem of it may have found a secret. */
    private Problem withoutSecrets(Problem problem) {
        String line = text.line(problem.at().line(), secrets);
        return new Problem(problem.at(), problem.message(), line, problem.nextStep());
    }
}
