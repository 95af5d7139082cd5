package dev.naysayer.dsl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** {@code credentials:} one scheme, and below it the token sources with their keys. */
final class CredentialParser {

    private final Vocabulary vocabulary;
    private final Problems problems;
    private final Interpolation interpolation;

    CredentialParser(Vocabulary vocabulary, Problems problems, Interpolation interpolation) {
        this.vocabulary = vocabulary;
        this.problems = problems;
        this.interpolation = interpolation;
    }

    @Nullable
    CredentialDeclaration parse(Node node) {
        List<Fields.Field> schemes = Fields.of(node, "'credentials'", problems).all();
        Set<String> known = vocabulary.schemes().keySet();
        schemes.stream()
                .filter(scheme -> !known.contains(scheme.name()))
                .forEach(scheme -> problems.unknown(scheme.key(), "scheme", scheme.name(), known));
        List<Fields.Field> usable =
                schemes.stream().filter(scheme -> known.contains(scheme.name())).toList();
        if (schemes.isEmpty()) {
            problems.at(node, "'credentials' names no scheme", "known are: " + String.join(", ", new TreeSet<>(known)));
        }
        if (usable.size() > 1) {
            problems.at(usable.get(1).key(), "a suite has one scheme", "write a second suite for the second scheme");
        }
        return usable.isEmpty() ? null : declaration(usable.get(0));
    }

    private @Nullable CredentialDeclaration declaration(Fields.Field scheme) {
        Map<String, Shape> shapes =
                Objects.requireNonNull(vocabulary.schemes().get(scheme.name())).sources();
        List<NamedSettings> sources = new ArrayList<>();
        List<Fields.Field> named =
                Fields.of(scheme.value(), "'" + scheme.name() + "'", problems).all();
        if (named.isEmpty()) {
            problems.at(
                    scheme.key(),
                    "'%s' names no token source".formatted(scheme.name()),
                    "known are: " + String.join(", ", new TreeSet<>(shapes.keySet())));
        }
        for (Fields.Field source : named) {
            Shape shape = shapes.get(source.name());
            if (shape == null) {
                problems.unknown(source.key(), "token source", source.name(), shapes.keySet());
            } else {
                sources.add(source(source, shape));
            }
        }
        return sources.isEmpty()
                ? null
                : new CredentialDeclaration(
                        new NamedSettings(problems.position(scheme.key()), scheme.name(), Map.of()),
                        List.copyOf(sources));
    }

    private NamedSettings source(Fields.Field source, Shape shape) {
        Set<String> known = new LinkedHashSet<>(shape.required());
        known.addAll(shape.optional());
        Fields fields = Fields.of(source.value(), "'" + source.name() + "'", known, problems);
        shape.required().forEach(key -> fields.require(key, "'%s' needs it".formatted(source.name())));
        Map<String, NamedSettings.Setting> settings = new HashMap<>();
        for (Fields.Field field : fields.all()) {
            NamedSettings.Setting setting = known.contains(field.name()) ? setting(field, shape) : null;
            if (setting != null) {
                settings.put(field.name(), setting);
            }
        }
        return new NamedSettings(problems.position(source.key()), source.name(), Map.copyOf(settings));
    }

    private NamedSettings.@Nullable Setting setting(Fields.Field field, Shape shape) {
        boolean secret = shape.secret().contains(field.name());
        if (!(field.value() instanceof ScalarNode scalar) || Fields.isEmpty(field.value())) {
            if (!Fields.isEmpty(field.value())) {
                problems.at(field.key(), "'%s' has to be text".formatted(field.name()), "write one value here");
            }
            return null;
        }
        if (secret && !Interpolation.hasReference(scalar.getValue())) {
            problems.atSecret(
                    scalar,
                    "'%s' is a secret and stands here in the open".formatted(field.name()),
                    "refer to it: ${VARIABLE} or ${file:path}");
            return null;
        }
        String value = interpolation.resolve(scalar);
        return value == null ? null : new NamedSettings.Setting(problems.position(scalar), new Secret(value));
    }
}
