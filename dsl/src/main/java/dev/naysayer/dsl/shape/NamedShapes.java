package dev.naysayer.dsl.shape;

import dev.naysayer.dsl.Methods;
import dev.naysayer.dsl.format.Format;
import dev.naysayer.dsl.format.SchemeForm;
import dev.naysayer.dsl.format.Vocabulary;
import dev.naysayer.dsl.read.CredentialParser;
import dev.naysayer.dsl.read.GroupParser;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** Mappings whose keys are names of operations, conditions, groups or rules, as JSON Schema. */
final class NamedShapes {

    private static final String KNOWN = "known-condition";

    private final Vocabulary vocabulary;
    private final Function<String, String> meaning;
    private final KeyShapes keys;

    NamedShapes(Vocabulary vocabulary, Function<String, String> meaning, KeyShapes keys) {
        this.vocabulary = vocabulary;
        this.meaning = meaning;
        this.keys = keys;
    }

    /** The name of a condition: one of the catalogue, or one of the suite's own. */
    ObjectNode condition() {
        return keys.shared(
                "condition",
                it -> Schemas.any(known(vocabulary.conditions()), Schemas.matching(CredentialParser.NAME.pattern())));
    }

    private ObjectNode knownCondition() {
        return keys.shared(KNOWN, it -> Schemas.oneOf(vocabulary.conditions()));
    }

    private ObjectNode known(Collection<String> names) {
        ObjectNode schema = Schemas.oneOf(names);
        names.stream().sorted().map(meaning).forEach(schema.putArray("enumDescriptions")::add);
        return schema;
    }

    /** An item of {@code scenarios}. */
    ObjectNode scenario() {
        ObjectNode mapping = single();
        ObjectNode properties = mapping.putObject("properties");
        new TreeSet<>(vocabulary.conditions()).forEach(name -> properties.set(name, promised(name)));
        new TreeSet<>(vocabulary.groups().keySet())
                .forEach(name -> properties.set(name, keys.shared("group", it -> group())));
        mapping.set("additionalProperties", promised(""));
        mapping.set("propertyNames", Schemas.matching(CredentialParser.NAME.pattern()));
        return Schemas.any(condition(), mapping);
    }

    /** What is right under a condition; of one of the suite's own nothing is known. */
    private ObjectNode promised(String name) {
        ObjectNode schema = keys.shared(
                "promised", it -> Schemas.orNothing(keys.shared("scenario", of -> keys.mapping(Format.SCENARIO))));
        String words = name.isEmpty() ? "" : meaning.apply(name);
        return words.isEmpty() ? schema : schema.put("description", words);
    }

    private ObjectNode group() {
        return Schemas.any(Schemas.oneOf(GroupParser.AMOUNTS), Schemas.list(condition()), keys.mapping(Format.GROUP));
    }

    /** An item of {@code expectations}. */
    ObjectNode expectation() {
        return single().set("propertyNames", Schemas.oneOf(vocabulary.conditions()))
                .set("additionalProperties", keys.shared("scenario", of -> keys.mapping(Format.SCENARIO)));
    }

    /** An item of {@code operations}. */
    ObjectNode operation() {
        String safe = String.join("|", Methods.SAFE);
        ObjectNode of = keys.shared("operation-keys", it -> ofOperation());
        ObjectNode writing = Schemas.object();
        // Whether a document changes anything the reader finds out; a kind of endpoint says it.
        writing.putArray("allOf")
                .add(of.deepCopy())
                .add(Schemas.any(Schemas.has("mutates"), Schemas.has("graphql"), Schemas.has("kind")));
        ObjectNode mapping = single();
        ObjectNode patterns = mapping.putObject("patternProperties");
        patterns.set("^(%s)\\s+/\\S*$".formatted(safe), Schemas.orNothing(of));
        patterns.set("^(?!(%s)\\s)\\S+\\s+/\\S*$".formatted(safe), writing);
        mapping.put("additionalProperties", false);
        return Schemas.any(Schemas.matching("(%s)\\s+/\\S*".formatted(safe)), mapping);
    }

    private ObjectNode ofOperation() {
        ObjectNode schema = keys.mapping(Format.OPERATION);
        ObjectNode properties = (ObjectNode) schema.get("properties");
        new TreeSet<>(vocabulary.conditions()).forEach(name -> properties.set(name, promised(name)));
        return schema.set("additionalProperties", promised(""));
    }

    /** {@code rules:}. */
    ObjectNode rules() {
        ObjectNode schema = Schemas.types("object");
        ObjectNode properties = schema.putObject("properties");
        for (String rule : new TreeSet<>(vocabulary.rules().adjustable())) {
            ObjectNode choice = keys.shared("rule-choice", it -> keys.mapping(Format.RULE_CHOICE));
            String words = meaning.apply(rule);
            properties.set(rule, words.isEmpty() ? choice : choice.put("description", words));
        }
        return schema.put("additionalProperties", false);
    }

    /** One name with what belongs to it. */
    private static ObjectNode single() {
        return Schemas.types("object").put("minProperties", 1).put("maxProperties", 1);
    }

    /** Only names of the catalogue, wherever a condition may stand. */
    ObjectNode known() {
        Set<String> scenarios = new TreeSet<>(vocabulary.conditions());
        scenarios.addAll(vocabulary.groups().keySet());
        Set<String> ofOperation = new TreeSet<>(vocabulary.conditions());
        ofOperation.addAll(Format.OPERATION.names());
        ObjectNode schema = Schemas.object();
        ObjectNode properties = schema.putObject("properties");

        ObjectNode scenario = Schemas.object();
        scenario.putObject("if").put("type", "string");
        scenario.set("then", knownCondition());
        ObjectNode named = scenario.putObject("else");
        named.set("propertyNames", Schemas.oneOf(scenarios));
        ObjectNode groups = named.putObject("properties");
        new TreeSet<>(vocabulary.groups().keySet()).forEach(name -> groups.set(name, knownInGroup()));
        properties.putObject("scenarios").set("items", scenario);

        ObjectNode operation = Schemas.object();
        operation.set("propertyNames", Schemas.oneOf(ofOperation));
        operation.putObject("properties").putObject("except").set("propertyNames", knownCondition());
        ObjectNode operations = properties.putObject(Format.OPERATIONS);
        operations.putObject("items").set("additionalProperties", operation);
        operations
                .putObject("properties")
                .putObject("also")
                .putObject("items")
                .set("additionalProperties", operation.deepCopy());

        ObjectNode captured = Schemas.object();
        captured.putObject("properties")
                .putObject(SchemeForm.CAPTURED)
                .set("propertyNames", Schemas.oneOf(vocabulary.capturing()));
        properties.putObject("credentials").set("additionalProperties", captured);
        return schema;
    }

    private ObjectNode knownInGroup() {
        return keys.shared("known-in-group", it -> {
            ObjectNode schema = Schemas.object();
            schema.set("items", knownCondition());
            schema.putObject("properties").set("without", Schemas.oneOrMore(knownCondition()));
            return schema;
        });
    }
}
