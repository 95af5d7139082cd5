package dev.naysayer.dsl;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** {@code credentials:} one scheme, and below it its own keys and the token sources with theirs, side by side. */
final class CredentialParser {

    /** Its keys are names of schemes, which the vocabulary has. */
    private static final Form SCHEMES = Form.of("'credentials'");

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
        List<Fields.Field> schemes = mapping(node, "credentials", SCHEMES).all();
        Set<String> known = vocabulary.schemes().keySet();
        schemes.stream().filter(scheme -> !known.contains(scheme.name())).forEach(scheme -> {
            problems.unknown(scheme.key(), "scheme", scheme.name(), known);
            problems.hide(scheme.value());
        });
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
        SchemeForm form = Objects.requireNonNull(vocabulary.schemes().get(scheme.name()));
        Fields fields = mapping(scheme.value(), scheme.name(), form.settings());
        Map<String, NamedSettings.Setting> settings = settings(fields, form.settings());
        List<Fields.Field> below = fields.all().stream()
                .filter(field -> !form.settings().names().contains(field.name()))
                .toList();
        if (below.isEmpty() && (scheme.value() instanceof MappingNode || Fields.isEmpty(scheme.value()))) {
            problems.at(
                    scheme.key(),
                    "'%s' names no token source".formatted(scheme.name()),
                    "known are: "
                            + String.join(", ", new TreeSet<>(form.sources().keySet())));
        }
        List<NamedSettings> sources = below.stream()
                .map(field -> source(field, form))
                .flatMap(Stream::ofNullable)
                .toList();
        NamedSettings declared = new NamedSettings(problems.position(scheme.key()), scheme.name(), settings);
        // What is called by no known name may be a key that is misspelt.
        if (sources.size() == below.size()) {
            check(declared, form, form.settings(), fields);
        }
        return sources.isEmpty() ? null : new CredentialDeclaration(declared, sources);
    }

    private @Nullable NamedSettings source(Fields.Field field, SchemeForm scheme) {
        Form form = scheme.sources().get(field.name());
        if (form == null) {
            Set<String> known = new TreeSet<>(scheme.settings().names());
            String what = known.isEmpty() ? "token source" : "key or token source";
            known.addAll(scheme.sources().keySet());
            problems.unknown(field.key(), what, field.name(), known);
            problems.hide(field.value());
            return null;
        }
        Fields fields = mapping(field.value(), field.name(), form);
        for (Fields.Field key : fields.all()) {
            if (!form.names().contains(key.name())) {
                problems.unknown(key.key(), "key", key.name(), form.names());
                problems.hide(key.value());
            }
        }
        NamedSettings source = new NamedSettings(problems.position(field.key()), field.name(), settings(fields, form));
        if (form.names().containsAll(fields.names())) {
            check(source, scheme, form, fields);
        }
        return source;
    }

    /** Not where a value is missing: there is a problem with it already, or it is there only when the run has started. */
    private void check(NamedSettings declared, SchemeForm scheme, Form form, Fields fields) {
        Set<String> given = declared.settings().keySet();
        if (form.required().stream().map(Key::name).allMatch(given::contains)
                && fields.names().stream().filter(form.names()::contains).allMatch(given::contains)) {
            scheme.check().of(declared).ifPresent(problems::at);
        }
    }

    /** What stands where a mapping is expected may be the very secret. */
    private Fields mapping(Node node, String name, Form form) {
        if (!(node instanceof MappingNode)) {
            problems.hide(node);
        }
        return Fields.open(node, "'%s'".formatted(name), form, problems);
    }

    private Map<String, NamedSettings.Setting> settings(Fields fields, Form form) {
        form.required().forEach(key -> fields.require(key.name()));
        Map<String, NamedSettings.Setting> settings = new HashMap<>();
        for (Fields.Field field : fields.all()) {
            NamedSettings.Setting setting = form.names().contains(field.name()) ? setting(field, form) : null;
            if (setting != null) {
                settings.put(field.name(), setting);
            }
        }
        return Map.copyOf(settings);
    }

    private NamedSettings.@Nullable Setting setting(Fields.Field field, Form form) {
        boolean secret = form.secrets().contains(field.name());
        if (!(field.value() instanceof ScalarNode scalar) || Fields.isEmpty(field.value())) {
            if (!Fields.isEmpty(field.value())) {
                problems.at(field.key(), "'%s' has to be text".formatted(field.name()), "write one value here");
            }
            if (secret) {
                problems.hide(field.value());
            }
            return null;
        }
        if (secret && Interpolation.hasDefault(scalar.getValue())) {
            problems.atSecret(
                    scalar,
                    "'%s' is a secret, and its default stands here in the open".formatted(field.name()),
                    "leave the default out: ${VARIABLE}");
            return null;
        }
        if (secret && !Interpolation.hasReference(scalar.getValue())) {
            problems.inTheOpen(scalar, field.name());
            return null;
        }
        String value = secret ? interpolation.resolveSecret(scalar) : interpolation.resolve(scalar);
        return value == null
                ? null
                : new NamedSettings.Setting(
                        problems.position(scalar), new Secret(value), interpolation.again(scalar, secret));
    }
}
