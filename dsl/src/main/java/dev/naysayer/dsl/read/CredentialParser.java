package dev.naysayer.dsl.read;

import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.Refusals;
import dev.naysayer.dsl.Requirement;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.format.Form;
import dev.naysayer.dsl.format.Format;
import dev.naysayer.dsl.format.Key;
import dev.naysayer.dsl.format.SchemeForm;
import dev.naysayer.dsl.format.Vocabulary;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Interpolation;
import dev.naysayer.dsl.source.Misnomers;
import dev.naysayer.dsl.source.Problems;
import dev.naysayer.dsl.source.Suggestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * {@code credentials:} each by a name, and below it the scheme's own keys and the token sources with theirs, side by side. A name of
 * one's own says its scheme by {@code scheme}; a name that is a scheme's need not.
 */
public final class CredentialParser {

    /** Its keys are names, of schemes or of one's own. */
    private static final Form NAMES = Form.of("'credentials'");

    private static final String SCHEME = "scheme";

    private static final String CAPTURED = SchemeForm.CAPTURED;

    /** It stands in names of tests. */
    public static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?");

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{[A-Za-z0-9_.]{1,100}}");

    /** Keys in cookies and headers were called so before there were schemes of these names. */
    public static final Set<String> NAMES_BEFORE_SCHEMES = Set.of("session", "csrf");

    private final Vocabulary vocabulary;
    private final Problems problems;
    private final Interpolation interpolation;
    private final RefusalParser refusals;

    /** Sources and schemes of which a value is missing that is written: what they are in the end is not to be checked yet. */
    private final Set<NamedSettings> unfinished = new HashSet<>();

    CredentialParser(Vocabulary vocabulary, Problems problems, Interpolation interpolation) {
        this.vocabulary = vocabulary;
        this.problems = problems;
        this.interpolation = interpolation;
        this.refusals = new RefusalParser(problems, interpolation);
    }

    DeclaredCredentials parse(Node node) {
        List<Fields.Field> named = mapping(node, "credentials", NAMES).all();
        if (named.isEmpty()) {
            problems.at(
                    node,
                    "'credentials' names no scheme",
                    "known are: "
                            + String.join(
                                    ", ", new TreeSet<>(vocabulary.schemes().keySet())));
        }
        Map<String, ScalarNode> keys = new LinkedHashMap<>();
        Map<String, CredentialDeclaration> read = new LinkedHashMap<>();
        for (Fields.Field field : named) {
            keys.put(field.name(), field.key());
            ScalarNode scheme = scheme(field);
            CredentialDeclaration one = scheme == null ? null : declaration(field, scheme.getValue());
            if (one != null) {
                read.put(field.name(), one);
            }
        }
        return new DeclaredCredentials(keys, read);
    }

    /** What stands below a subject's name: credentials by the names that the suite has for them. */
    List<Fields.Field> below(Fields.Field subject) {
        return mapping(subject.value(), subject.name(), NAMES).all();
    }

    /**
     * A subject's own credential in the place of the suite's. A source that the suite's has too keeps the keys that are not named
     * anew; behind the subject's own, which have the good ones, stand the suite's captured tokens.
     */
    @Nullable
    CredentialDeclaration ofSubject(String subject, Fields.Field named, CredentialDeclaration ofSuite) {
        SchemeForm form =
                Objects.requireNonNull(vocabulary.schemes().get(ofSuite.scheme().name()));
        List<Fields.Field> below = mapping(named.value(), named.name(), NAMES).all();
        if (below.isEmpty()) {
            problems.at(
                    named.key(),
                    "'%s' names no token source of '%s'".formatted(named.name(), subject),
                    "known are: "
                            + String.join(", ", new TreeSet<>(form.sources().keySet())));
        }
        List<NamedSettings> own = new ArrayList<>();
        for (Fields.Field field : below) {
            NamedSettings same = ofSuite.sources().stream()
                    .filter(it -> it.name().equals(field.name()))
                    .findFirst()
                    .orElse(null);
            NamedSettings source = source(field, form, same);
            if (source != null) {
                checkGood(subject, field);
                own.add(source);
            }
        }
        boolean captured = own.stream().anyMatch(it -> it.name().equals(CAPTURED));
        // Other sources would make tokens of somebody else, and some of these ought to get through.
        List<NamedSettings> all = Stream.concat(
                        own.stream(),
                        ofSuite.sources().stream()
                                .filter(it -> !captured && it.name().equals(CAPTURED)))
                .toList();
        return own.isEmpty()
                ? null
                : new CredentialDeclaration(ofSuite.name(), ofSuite.scheme(), all, subject, ofSuite.refusals());
    }

    /** Captured tokens may be the suite's; a good one of somebody else would show what that one may do. */
    private void checkGood(String subject, Fields.Field source) {
        if (source.name().equals(CAPTURED)
                && source.value() instanceof MappingNode
                && !Fields.of(source.value(), "'token'", problems).names().contains("good")) {
            problems.at(source.key(), "'token' has no good token of '%s'".formatted(subject), "give it: 'good: ${…}'");
        }
    }

    /** The known scheme that a name says, or is; null where it is none. */
    private @Nullable ScalarNode scheme(Fields.Field named) {
        Set<String> known = vocabulary.schemes().keySet();
        Node said = said(named.value());
        ScalarNode scheme = said == null ? named.key() : Fields.scalar(said, "'scheme'", problems);
        if (scheme == null || !known.contains(scheme.getValue())) {
            hide(named.value());
            if (scheme != null) {
                unknown(scheme, said == null, known);
            }
            return null;
        }
        if (said != null
                && known.contains(named.name())
                && !NAMES_BEFORE_SCHEMES.contains(named.name())
                && !named.name().equals(scheme.getValue())) {
            problems.at(
                    named.key(),
                    "'%s' is the name of a scheme, and this credential has another".formatted(named.name()),
                    "call it by another name");
        } else if (!NAME.matcher(named.name()).matches() || named.name().equals(Requirement.NOTHING)) {
            problems.at(
                    named.key(),
                    "no credential can be called '%s'".formatted(named.name()),
                    "call it by a name of letters, digits and '-', such as gateway-key");
        }
        return scheme;
    }

    /** All but the scheme's name: what is below an unknown one may be anything. */
    private void hide(Node value) {
        if (value instanceof MappingNode mapping) {
            mapping.getValue().stream()
                    .filter(tuple -> !isScheme(tuple))
                    .forEach(tuple -> problems.hide(tuple.getValueNode()));
        } else {
            problems.hide(value);
        }
    }

    private void unknown(ScalarNode scheme, boolean mayBeName, Set<String> known) {
        if (mayBeName && Suggestion.misspelt(scheme.getValue(), known).isEmpty()) {
            List<String> meant = Misnomers.meant(scheme.getValue(), known);
            String one = meant.stream().findFirst().orElse("bearer");
            problems.at(
                    scheme,
                    "'%s' is no scheme, and does not say which it has".formatted(scheme.getValue()),
                    (meant.isEmpty() ? "say" : "did you mean '%s'? Else say".formatted(String.join("' or '", meant)))
                            + " it below the name, 'scheme: %s'; known are: %s"
                                    .formatted(one, String.join(", ", new TreeSet<>(known))));
        } else {
            problems.unknown(scheme, "scheme", scheme.getValue(), known);
        }
    }

    private static @Nullable Node said(Node value) {
        return value instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(CredentialParser::isScheme)
                        .map(NodeTuple::getValueNode)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private static boolean isScheme(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(SCHEME);
    }

    private @Nullable CredentialDeclaration declaration(Fields.Field named, String scheme) {
        SchemeForm form = Objects.requireNonNull(vocabulary.schemes().get(scheme));
        Fields fields = mapping(named.value(), named.name(), form.settings());
        Map<String, NamedSettings.Setting> settings = settings(fields, form.settings(), Set.of());
        List<Fields.Field> below = fields.all().stream()
                .filter(field -> !form.settings().names().contains(field.name())
                        && !Format.CREDENTIAL.names().contains(field.name()))
                .toList();
        if (below.isEmpty() && (named.value() instanceof MappingNode || Fields.isEmpty(named.value()))) {
            problems.at(
                    named.key(),
                    "'%s' names no token source".formatted(named.name()),
                    "known are: "
                            + String.join(", ", new TreeSet<>(form.sources().keySet())));
        }
        List<NamedSettings> sources = below.stream()
                .map(field -> source(field, form, null))
                .flatMap(Stream::ofNullable)
                .toList();
        NamedSettings declared = new NamedSettings(problems.position(named.key()), scheme, settings);
        // What is called by no known name may be a key that is misspelt.
        if (sources.size() == below.size()) {
            check(declared, form, form.settings(), fields);
        }
        Refusals refused = refusals.parse(fields.get("refusals"), Format.OPERATION_REFUSALS);
        return sources.isEmpty() ? null : new CredentialDeclaration(named.name(), declared, sources, null, refused);
    }

    /** @param inherited the same source of the suite, whose keys hold where they are not named anew; or null */
    private @Nullable NamedSettings source(Fields.Field field, SchemeForm scheme, @Nullable NamedSettings inherited) {
        Form form = scheme.sources().get(field.name());
        if (form == null) {
            Set<String> known = new TreeSet<>(scheme.settings().names());
            String what = known.isEmpty() ? "token source" : "key or token source";
            known.addAll(scheme.sources().keySet());
            problems.unknown(field.key(), what, field.name(), known);
            problems.hide(field.value());
            return null;
        }
        if (field.name().equals(CAPTURED) && field.value() instanceof ScalarNode one && !Fields.isEmpty(one)) {
            tellNameless(one);
            return null;
        }
        Fields fields = mapping(field.value(), field.name(), form);
        for (Fields.Field key : fields.all()) {
            if (!form.names().contains(key.name())) {
                refuse(key, fields, form, inherited);
                problems.hide(key.value());
            }
        }
        Map<String, NamedSettings.Setting> settings =
                new HashMap<>(inherited == null ? Map.of() : inherited.settings());
        settings.putAll(settings(fields, form, settings.keySet()));
        NamedSettings source = new NamedSettings(problems.position(field.key()), field.name(), Map.copyOf(settings));
        if (inherited != null && unfinished.contains(inherited)) {
            unfinished.add(source);
        } else if (form.names().containsAll(fields.names())) {
            check(source, scheme, form, fields);
        }
        return source;
    }

    /** What a subject need not say again is not missing. */
    private void refuse(Fields.Field key, Fields fields, Form form, @Nullable NamedSettings inherited) {
        if (inherited == null) {
            fields.refuse(key);
        } else {
            problems.unknown(key.key(), "key", key.name(), form.names());
        }
    }

    /** A captured token without a name is the good one; what stands here may be the very secret. */
    private void tellNameless(ScalarNode token) {
        problems.hide(token);
        problems.at(
                token,
                "'token' does not say which token it gives",
                "say that it is the good one: 'token: {good: \"%s\"}'"
                        .formatted(REFERENCE.matcher(token.getValue()).matches() ? token.getValue() : "${…}"));
    }

    /** Not where a value is missing: there is a problem with it already, or it is there only when the run has started. */
    private void check(NamedSettings declared, SchemeForm scheme, Form form, Fields fields) {
        Set<String> given = declared.settings().keySet();
        if (form.required().stream().map(Key::name).allMatch(given::contains)
                && fields.names().stream().filter(form.names()::contains).allMatch(given::contains)) {
            scheme.check().of(declared).ifPresent(problems::at);
        } else {
            unfinished.add(declared);
        }
    }

    /** What stands where a mapping is expected may be the very secret. */
    private Fields mapping(Node node, String name, Form form) {
        if (!(node instanceof MappingNode)) {
            problems.hide(node);
        }
        return Fields.open(node, "'%s'".formatted(name), form, problems);
    }

    /** @param inherited the keys that may be left out */
    private Map<String, NamedSettings.Setting> settings(Fields fields, Form form, Set<String> inherited) {
        form.required().stream()
                .map(Key::name)
                .filter(key -> fields.names().contains(key) || !inherited.contains(key))
                .forEach(fields::require);
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
        Key.Kind kind = form.kind(field.name());
        if (kind == Key.Kind.MAPPING || (kind == Key.Kind.ANY && field.value() instanceof MappingNode)) {
            return new MappingSetting(field.name(), secret, problems, interpolation).read(field.value());
        }
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
            problems.defaultInTheOpen(scalar, field.name());
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
