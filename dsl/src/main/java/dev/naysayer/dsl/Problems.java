package dev.naysayer.dsl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Collects the problems of one file, so that its author sees all of them at once. */
final class Problems {

    /** An alias may refer to what contains it. */
    private static final int DEEPEST = 10;

    private final SourceText text;
    private final List<Problem> found = new ArrayList<>();
    private final List<Problem> ofOtherFiles = new ArrayList<>();
    private final Set<String> secrets = new HashSet<>();
    private final List<Position> unfinished = new ArrayList<>();

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

    /** What a scheme or a token source finds wrong with its own keys. */
    void at(SchemeShape.Fault fault) {
        found.add(new Problem(fault.at(), fault.message(), "", fault.nextStep()));
    }

    /** Problems of a file that this one refers to. */
    void addAll(List<Problem> others) {
        ofOtherFiles.addAll(others);
    }

    /** As {@link #at(Node, String, String)}, for a value that must not be quoted. */
    void atSecret(ScalarNode node, String message, String nextStep) {
        secrets.add(node.getValue());
        at(node, message, nextStep);
    }

    /** As {@link #at(Node, String, String)}, for a value of which nobody knows where it ends: its line is quoted only up to it. */
    void atUnfinished(Node node, String message, String nextStep) {
        unfinished.add(position(node));
        at(node, message, nextStep);
    }

    /** Blanks all text below a node wherever a line of the file is quoted. */
    void hide(Node node) {
        hide(node, DEEPEST);
    }

    private void hide(Node node, int depth) {
        if (node instanceof ScalarNode scalar
                && !Fields.isEmpty(node)
                && !Interpolation.hasReference(scalar.getValue())) {
            secrets.add(scalar.getValue());
        } else if (node instanceof SequenceNode list && depth > 0) {
            list.getValue().forEach(item -> hide(item, depth - 1));
        } else if (node instanceof MappingNode mapping && depth > 0) {
            mapping.getValue().forEach(tuple -> hide(tuple.getValueNode(), depth - 1));
        }
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

    /** In the file's order, those of other files last; a place and message only once, since an alias can lead to the same place twice. */
    List<Problem> found() {
        Stream<Problem> own = found.stream()
                .map(this::withoutSecrets)
                .distinct()
                .sorted(Comparator.comparingInt(
                                (Problem problem) -> problem.at().line())
                        .thenComparingInt(problem -> problem.at().column()));
        return Stream.concat(own, ofOtherFiles.stream()).toList();
    }

    /** Only now is it known what a line must not show: another problem of it may have found a secret. */
    private Problem withoutSecrets(Problem problem) {
        String line = text.line(problem.at().line(), secrets);
        for (Position place : unfinished) {
            line = place.line() == problem.at().line() && line.length() >= place.column()
                    ? line.substring(0, place.column() - 1) + "•••"
                    : line;
        }
        return new Problem(problem.at(), problem.message(), line, problem.nextStep());
    }
}
