package dev.naysayer.dsl.read;

import dev.naysayer.dsl.format.SchemeForm;
import dev.naysayer.dsl.format.Vocabulary;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Interpolation;
import dev.naysayer.dsl.source.Joining;
import dev.naysayer.dsl.source.Problems;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Nobody parses what is said otherwise nearer by, and a key that stands there in the open is lost all the same. */
final class DroppedSecrets implements Joining.Dropped {

    /** How far below a key of the suite the captured credentials of a source stand, and below which. */
    private static final Map<String, Integer> CAPTURED = Map.of("credentials", 2, "subjects", 3);

    private final Set<String> secrets;
    private final Set<String> capturing;
    private final Problems problems;

    DroppedSecrets(Vocabulary vocabulary, Problems problems) {
        this.secrets = vocabulary.schemes().values().stream()
                .flatMap(scheme -> Stream.concat(Stream.of(scheme.settings()), scheme.sources().values().stream()))
                .flatMap(form -> form.secrets().stream())
                .collect(Collectors.toSet());
        this.capturing = vocabulary.capturing();
        this.problems = problems;
    }

    @Override
    public void value(List<String> path, Node value) {
        CAPTURED.forEach((key, depth) -> {
            int begin = path.indexOf(key);
            if (begin >= 0) {
                look(path.subList(begin + 1, path.size()), depth, value);
            }
        });
    }

    private void look(List<String> path, int depth, Node value) {
        String key = path.isEmpty() ? "" : path.get(path.size() - 1);
        if (secrets.contains(key) || isOfOwnCondition(path, depth)) {
            problems.hide(value);
            if (value instanceof ScalarNode scalar
                    && !Fields.isEmpty(value)
                    && !Interpolation.hasReference(scalar.getValue())) {
                problems.inTheOpen(scalar, key);
            }
        } else if (value instanceof MappingNode mapping) {
            mapping.getValue().stream()
                    .filter(it -> it.getKeyNode() instanceof ScalarNode)
                    .forEach(it -> look(
                            Stream.concat(path.stream(), Stream.of(((ScalarNode) it.getKeyNode()).getValue()))
                                    .toList(),
                            depth,
                            it.getValueNode()));
        }
    }

    /** What a catalogue does not know there is called as a condition of the suite's own. */
    private boolean isOfOwnCondition(List<String> path, int depth) {
        return path.size() == depth + 1
                && path.get(depth - 1).equals(SchemeForm.CAPTURED)
                && !capturing.contains(path.get(depth));
    }
}
