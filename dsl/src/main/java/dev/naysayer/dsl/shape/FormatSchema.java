package dev.naysayer.dsl.shape;

import dev.naysayer.dsl.format.Form;
import dev.naysayer.dsl.format.Format;
import dev.naysayer.dsl.format.Key;
import dev.naysayer.dsl.format.Vocabulary;
import dev.naysayer.dsl.read.PartsReader;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The format as JSON Schema, for editors: made of the same {@link Format} that the reader knows its keys from. Draft 7, since editors
 * have understood that for longest.
 *
 * <p>A schema sees one file. What parts or environments may still add is not missed, and whether a name refers to something is for the
 * reader to say.
 */
public final class FormatSchema {

    /** What a file can be. */
    public enum Kind {
        /** {@code *.auth.yaml}. */
        SUITE,
        /** {@code *.part.yaml}. */
        PART,
        /** {@code *.profile.yaml}. */
        PROFILE,
        /** {@code waivers.yaml}, {@code *.waivers.yaml}. */
        WAIVERS;

        /** What the schema's file is called, below {@code docs/schema} and beside this class. */
        public String file() {
            return Schemas.lower(this) + ".schema.json";
        }
    }

    /** Where a suite, or a part of it, says its own conditions, a name that is unknown here may be one of them. */
    private static final List<String> BRINGS_CONDITIONS = List.of(Format.USE, "conditions");

    private final Vocabulary vocabulary;
    private final Function<String, String> meaning;

    /**
     * @param vocabulary the names that suites may use
     * @param meaning what a condition or rule means, by its name, in one line; empty where nothing is to be told
     */
    public FormatSchema(Vocabulary vocabulary, Function<String, String> meaning) {
        this.vocabulary = vocabulary;
        this.meaning = meaning;
    }

    /** The schema of a kind of file, as text that ends with a line break. */
    public String of(Kind kind) {
        ObjectNode root = Schemas.object()
                .put("$schema", "http://json-schema.org/draft-07/schema#")
                .put("title", "Naysayer: " + title(kind).name());
        ObjectNode definitions = Schemas.object();
        KeyShapes shapes = new KeyShapes(vocabulary, meaning, definitions);
        root.setAll(shapes.mapping(title(kind)));
        switch (kind) {
            case SUITE -> suite(root, shapes);
            case PART -> root.remove("required");
            case PROFILE, WAIVERS -> {}
        }
        root.set("definitions", definitions);
        return Schemas.text(root);
    }

    private static Form title(Kind kind) {
        return switch (kind) {
            case SUITE -> Format.SUITE;
            case PART -> PartsReader.FORM;
            case PROFILE -> Format.PROFILE;
            case WAIVERS -> Format.WAIVERS;
        };
    }

    /** What has to be there may be in a part, or in the environment that a run chooses, where these may say it. */
    private void suite(ObjectNode root, KeyShapes shapes) {
        Set<String> own = new TreeSet<>(Format.SUITE.names());
        own.removeAll(PartsReader.FORM.names());
        ArrayNode required = root.putArray("required");
        ArrayNode all = root.putArray("allOf");
        for (Key key : Format.SUITE.required()) {
            if (own.contains(key.name())) {
                required.add(key.name());
            } else {
                ArrayNode any = all.addObject().putArray("anyOf");
                Stream.of(key.name(), Format.USE).forEach(name -> any.add(Schemas.has(name)));
                if (Format.ENVIRONMENT.names().contains(key.name())) {
                    any.add(Schemas.has(Format.ENVIRONMENTS));
                }
            }
        }
        all.add(Schemas.unless(List.of(Format.USE, Format.ENVIRONMENTS), shapes.whole()));
        all.add(Schemas.unless(BRINGS_CONDITIONS, shapes.knownConditions()));
    }
}
