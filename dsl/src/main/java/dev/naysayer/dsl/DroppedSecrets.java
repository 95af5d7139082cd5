package dev.naysayer.dsl;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Nobody parses what is said otherwise nearer by, and a key that stands there in the open is lost all the same. */
final class DroppedSecrets implements Joining.Dropped {

    private final Set<String> secrets;
    private final Problems problems;

    DroppedSecrets(Vocabulary vocabulary, Problems problems) {
        this.secrets = vocabulary.schemes().values().stream()
                .flatMap(scheme -> Stream.concat(Stream.of(scheme.settings()), scheme.sources().values().stream()))
                .flatMap(form -> form.secrets().stream())
                .collect(Collectors.toSet());
        this.problems = problems;
    }

    @Override
    public void value(List<String> path, Node value) {
        if (path.contains("credentials") || path.contains("subjects")) {
            look(path.get(path.size() - 1), value);
        }
    }

    private void look(String key, Node value) {
        if (secrets.contains(key)) {
            problems.hide(value);
            if (value instanceof ScalarNode scalar
                    && !Fields.isEmpty(value)
                    && !Interpolation.hasReference(scalar.getValue())) {
                problems.inTheOpen(scalar, key);
            }
        } else if (value instanceof MappingNode mapping) {
            mapping.getValue().stream()
                    .filter(it -> it.getKeyNode() instanceof ScalarNode)
                    .forEach(it -> look(((ScalarNode) it.getKeyNode()).getValue(), it.getValueNode()));
        }
    }
}
