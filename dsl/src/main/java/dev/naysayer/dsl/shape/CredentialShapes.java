package dev.naysayer.dsl.shape;

import dev.naysayer.dsl.format.Form;
import dev.naysayer.dsl.format.Format;
import dev.naysayer.dsl.format.Key;
import dev.naysayer.dsl.format.SchemeForm;
import dev.naysayer.dsl.format.Vocabulary;
import dev.naysayer.dsl.read.CredentialParser;
import dev.naysayer.dsl.source.Joining;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code credentials:} and {@code subjects:} as JSON Schema: names of one's own, schemes, token sources and their keys. */
final class CredentialShapes {

    private static final String SCHEME = "scheme";

    private final Map<String, SchemeForm> schemes;
    private final Map<String, Form> sources = new TreeMap<>();
    private final KeyShapes keys;

    CredentialShapes(Vocabulary vocabulary, KeyShapes keys) {
        this.schemes = new TreeMap<>(vocabulary.schemes());
        this.schemes.values().forEach(scheme -> sources.putAll(scheme.sources()));
        this.keys = keys;
    }

    ObjectNode credentials() {
        ObjectNode schema = Schemas.types("object");
        ObjectNode properties = schema.putObject("properties");
        schemes.keySet().forEach(scheme -> properties.set(scheme, called(scheme, ofScheme(scheme), ofAnyScheme())));
        return schema.set("additionalProperties", Schemas.orNothing(ofAnyScheme()))
                .set("propertyNames", Schemas.matching("(?!none$)" + CredentialParser.NAME.pattern()));
    }

    /** One that is called as a scheme is; if it may say another one and says any, what it says counts. */
    private static ObjectNode called(String name, ObjectNode own, ObjectNode any) {
        return CredentialParser.NAMES_BEFORE_SCHEMES.contains(name)
                ? Schemas.object()
                        .set("if", Schemas.has(SCHEME))
                        .set("then", any)
                        .set("else", own)
                : own;
    }

    /** One whose scheme is known. */
    private ObjectNode ofScheme(String name) {
        return keys.shared("credential-" + name, it -> {
            SchemeForm scheme = Objects.requireNonNull(schemes.get(name));
            ObjectNode schema = Schemas.types("object");
            ObjectNode properties = schema.putObject("properties");
            properties.set(SCHEME, scheme(Set.of(name)));
            properties.set(Joining.REFUSALS, refusals());
            settings(scheme.settings(), properties);
            sources(scheme.sources().keySet(), properties);
            return schema.put("additionalProperties", false);
        });
    }

    /** One that says its scheme, or leaves that to another file: then it has the keys of some scheme. */
    private ObjectNode ofAnyScheme() {
        return keys.shared("credential", it -> {
            ObjectNode schema = Schemas.types("object");
            ObjectNode properties = schema.putObject("properties");
            properties.set(SCHEME, scheme(schemes.keySet()));
            properties.set(Joining.REFUSALS, refusals());
            schemes.values().forEach(scheme -> scheme.settings().names().forEach(properties::putObject));
            sources(sources.keySet(), properties);
            schema.put("additionalProperties", false);
            ArrayNode all = schema.putArray("allOf");
            schemes.keySet().forEach(name -> all.add(where(name, ofScheme(name))));
            return schema;
        });
    }

    private ObjectNode scheme(Set<String> names) {
        return keys.told(Format.CREDENTIAL.key(SCHEME).orElseThrow(), Schemas.oneOf(names));
    }

    private ObjectNode refusals() {
        return keys.told(Format.CREDENTIAL.key(Joining.REFUSALS).orElseThrow(), Schemas.orNothing(keys.refusals()));
    }

    private static ObjectNode where(String scheme, ObjectNode then) {
        ObjectNode condition = Schemas.has(SCHEME);
        condition.putObject("properties").putObject(SCHEME).put("const", scheme);
        return Schemas.object().set("if", condition).set("then", then);
    }

    private void settings(Form form, ObjectNode properties) {
        for (Key key : form.keys()) {
            properties.set(key.name(), keys.told(key, setting(key)));
            new TreeSet<>(key.alike()).forEach(name -> properties.set(name, keys.told(key, setting(key))));
        }
    }

    private static ObjectNode setting(Key key) {
        return switch (key.kind()) {
            case MAPPING -> Schemas.types("object");
            case ANY -> Schemas.types("string", "number", "boolean", "object", "null");
            case TEXT, TEXTS, LIST -> key.secret() ? reference() : Schemas.types("string", "number", "boolean", "null");
        };
    }

    /** A secret stands nowhere in the open. */
    private static ObjectNode reference() {
        return Schemas.types("string", "null").put("pattern", "\\$\\{");
    }

    private void sources(Set<String> names, ObjectNode properties) {
        new TreeSet<>(names)
                .forEach(name -> properties.set(name, Schemas.orNothing(keys.shared("source-" + name, it -> {
                    ObjectNode schema = Schemas.types("object");
                    settings(Objects.requireNonNull(sources.get(name)), schema.putObject("properties"));
                    // Further names there are those of conditions of the suite's own.
                    return name.equals(SchemeForm.CAPTURED)
                            ? schema.set("additionalProperties", reference())
                            : schema.put("additionalProperties", false);
                }))));
    }

    /** Sources of somebody's own, below the names that the suite has for its credentials. */
    ObjectNode subjects() {
        ObjectNode own = Schemas.types("object");
        ObjectNode properties = own.putObject("properties");
        schemes.forEach((name, scheme) -> properties.set(
                name,
                below(
                        CredentialParser.NAMES_BEFORE_SCHEMES.contains(name)
                                ? sources.keySet()
                                : scheme.sources().keySet())));
        own.set("additionalProperties", below(sources.keySet()));
        return Schemas.named(Schemas.orNothing(own))
                .set("propertyNames", Schemas.matching(CredentialParser.NAME.pattern()));
    }

    private ObjectNode below(Set<String> names) {
        ObjectNode schema = Schemas.types("object");
        sources(names, schema.putObject("properties"));
        return schema.put("additionalProperties", false);
    }

    /** Of a suite that stands for itself: each credential has a scheme, a source, and what these need. */
    ObjectNode whole() {
        ObjectNode schema = Schemas.types("object").put("minProperties", 1);
        ObjectNode properties = schema.putObject("properties");
        ObjectNode other = Schemas.has(SCHEME);
        ArrayNode all = other.putArray("allOf");
        schemes.keySet().forEach(scheme -> all.add(where(scheme, needs(scheme))));
        schemes.keySet().forEach(scheme -> properties.set(scheme, called(scheme, needs(scheme), other)));
        return schema.set("additionalProperties", other);
    }

    private ObjectNode needs(String name) {
        return keys.shared("whole-" + name, it -> {
            SchemeForm scheme = Objects.requireNonNull(schemes.get(name));
            ObjectNode schema = needs(scheme.settings());
            ObjectNode properties = (ObjectNode) schema.get("properties");
            ArrayNode any = schema.putArray("anyOf");
            new TreeMap<>(scheme.sources()).forEach((source, form) -> {
                any.add(Schemas.has(source));
                properties.set(source, needs(form));
            });
            return schema;
        });
    }

    private static ObjectNode needs(Form form) {
        ObjectNode schema = Schemas.types("object");
        ObjectNode properties = schema.putObject("properties");
        List<String> required = form.required().stream().map(Key::name).toList();
        required.forEach(key -> properties.set(key, Schemas.notNothing()));
        required.forEach(schema.putArray("required")::add);
        return schema;
    }

    ObjectNode wholeSubjects() {
        return Schemas.types("object")
                .put("minProperties", 1)
                .set("additionalProperties", Schemas.types("object").put("minProperties", 1));
    }
}
