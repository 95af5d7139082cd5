package dev.naysayer.dsl.source;

import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.format.SchemeForm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Collects the problems of one file, so that its author sees all of them at once. Those of a node that comes from a file which is
 * {@link #joined} to it are told with that file's name and line.
 *
 * <p>The first {@link Problem#MOST} are told and the others counted: what costs something, the line and a suggestion, is asked
 * for only with those.
 */
public final class Problems {

    /** An alias may refer to what contains it. */
    private static final int DEEPEST = 10;

    /** A problem without what is costly; a place and message only once, since an alias can lead to the same place twice. */
    private record Key(int line, int column, String message) {

        private static final Comparator<Key> BY_PLACE =
                Comparator.comparingInt(Key::line).thenComparingInt(Key::column);
    }

    /** More than these are counted only. */
    private static final int MOST_KEPT = 25_000;

    private final SourceText text;
    private final Map<Key, Supplier<String>> found = new LinkedHashMap<>();
    private final List<Problems> ofOtherFiles = new ArrayList<>();
    private final Set<String> secrets;
    private final Map<String, Problems> byFile;
    private final List<Position> unfinished = new ArrayList<>();
    private int notKept;

    public Problems(SourceText text) {
        this(text, new HashSet<>(), new HashMap<>());
    }

    private Problems(SourceText text, Set<String> secrets, Map<String, Problems> byFile) {
        this.text = text;
        this.secrets = secrets;
        this.byFile = byFile;
        byFile.put(text.file(), this);
    }

    /** The problems of a file whose nodes are read as if they stood in this one; no line of either shows a secret of the other. */
    public Problems joined(SourceText other) {
        Problems ofOther = new Problems(other, secrets, byFile);
        addAll(ofOther);
        return ofOther;
    }

    /** Of the same files, none so far. */
    public Problems anew() {
        Problems anew = new Problems(text);
        byFile.values().stream().filter(it -> it != this).forEach(it -> anew.joined(it.text));
        return anew;
    }

    /** What was found in the same files when they were read another time. */
    public void learn(Problems another) {
        secrets.addAll(another.secrets);
        another.byFile.forEach((file, found) -> of(file).learnOwn(found));
    }

    private void learnOwn(Problems another) {
        unfinished.addAll(another.unfinished);
        another.found.forEach((key, nextStep) -> add(key.line(), key.column(), key.message(), nextStep));
    }

    private Problems of(String file) {
        return byFile.getOrDefault(file, this);
    }

    public void at(Node node, String message, String nextStep) {
        at(position(node), message, nextStep);
    }

    private void at(Position at, String message, String nextStep) {
        of(at.file()).at(at.line(), at.column(), message, nextStep);
    }

    public void at(int line, int column, String message, String nextStep) {
        add(line, column, message, () -> nextStep);
    }

    /** What a scheme or a token source finds wrong with its own keys. */
    public void at(SchemeForm.Fault fault) {
        at(fault.at(), fault.message(), fault.nextStep());
    }

    private void add(int line, int column, String message, Supplier<String> nextStep) {
        if (found.size() < MOST_KEPT) {
            // A name may be as long as the file.
            String kept = message.substring(0, Math.min(message.length(), 1000));
            found.putIfAbsent(new Key(line, column, kept), nextStep);
        } else {
            notKept++;
        }
    }

    /** Problems of a file that this one refers to. */
    public void addAll(Problems others) {
        ofOtherFiles.add(others);
    }

    /** As {@link #at(Node, String, String)}, for a value that must not be quoted. */
    public void atSecret(ScalarNode node, String message, String nextStep) {
        secrets.add(node.getValue());
        at(node, message, nextStep);
    }

    /** Of a secret that is no reference. */
    public void inTheOpen(ScalarNode node, String key) {
        atSecret(
                node,
                "'%s' is a secret and stands here in the open".formatted(key),
                "refer to it: \"${VARIABLE}\", \"${file:path}\" or \"${command:line}\"");
    }

    /** Of a secret that is a reference, with a value for the case that there is none. */
    public void defaultInTheOpen(ScalarNode node, String key) {
        atSecret(
                node,
                "'%s' is a secret, and its default stands here in the open".formatted(key),
                "leave the default out: ${VARIABLE}");
    }

    /** As {@link #at(Node, String, String)}, for a value of which nobody knows where it ends: its line is quoted only up to it. */
    void atUnfinished(Node node, String message, String nextStep) {
        Position at = position(node);
        of(at.file()).unfinished.add(at);
        at(at, message, nextStep);
    }

    /** Blanks all text below a node wherever a line of the file is quoted. */
    public void hide(Node node) {
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
    public void unknown(Node node, String what, String name, Collection<String> known) {
        unknown(node, what, name, known, Set.of());
    }

    /** The same, where {@code known} is what mostly stands there, and {@code others} what may stand there besides. */
    public void unknown(Node node, String what, String name, Collection<String> known, Collection<String> others) {
        Position at = position(node);
        of(at.file())
                .add(
                        at.line(),
                        at.column(),
                        "unknown %s '%s'".formatted(what, name),
                        () -> Suggestion.of(name, known, others));
    }

    public Position position(Node node) {
        return node.getStartMark()
                .map(mark -> new Position(mark.getName(), mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(new Position(text.file(), 1, 1));
    }

    public boolean isEmpty() {
        return count() == 0;
    }

    private int count() {
        return found.size()
                + notKept
                + ofOtherFiles.stream().mapToInt(Problems::count).sum();
    }

    /** In the file's order, those of other files last; those beyond {@link Problem#MOST} only by their number. */
    public List<Problem> found() {
        int count = count();
        List<Supplier<Problem>> inOrder = inOrder().limit(Problem.MOST + 1L).toList();
        List<Problem> told = new ArrayList<>();
        inOrder.subList(0, Math.min(Problem.MOST, inOrder.size())).forEach(problem -> told.add(problem.get()));
        if (count > Problem.MOST) {
            Problem next = inOrder.get(Problem.MOST).get();
            Problem.Fault more = Problem.more(next.at(), count - Problem.MOST);
            told.add(new Problem(next.at(), more.message(), next.sourceLine(), next.caret(), more.nextStep()));
        }
        return List.copyOf(told);
    }

    private Stream<Supplier<Problem>> inOrder() {
        Stream<Supplier<Problem>> own = found.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Key.BY_PLACE))
                .map(entry -> () -> problem(entry.getKey(), entry.getValue().get()));
        return Stream.concat(own, ofOtherFiles.stream().flatMap(Problems::inOrder));
    }

    /** Only now is it known what a line must not show: another problem of it may have found a secret. */
    private Problem problem(Key key, String nextStep) {
        List<Integer> cut = unfinished.stream()
                .filter(place -> place.line() == key.line())
                .map(Position::column)
                .toList();
        SourceText.Quote line = text.quote(key.line(), key.column(), secrets, cut);
        return new Problem(
                new Position(text.file(), key.line(), key.column()),
                key.message(),
                line.text(),
                line.caret(),
                nextStep);
    }
}
