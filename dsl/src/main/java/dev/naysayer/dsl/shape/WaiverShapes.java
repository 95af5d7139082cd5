package dev.naysayer.dsl.shape;

import dev.naysayer.dsl.format.Form;
import dev.naysayer.dsl.format.Format;
import dev.naysayer.dsl.format.Vocabulary;
import dev.naysayer.dsl.read.PartsReader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What may be broken until a day, as JSON Schema. */
final class WaiverShapes {

    private final Vocabulary vocabulary;
    private final KeyShapes keys;

    WaiverShapes(Vocabulary vocabulary, KeyShapes keys) {
        this.vocabulary = vocabulary;
        this.keys = keys;
    }

    /** What stands behind a key of a waiver; null where the key says all. */
    @Nullable
    ObjectNode of(String key) {
        return switch (key) {
            case "rule" -> Schemas.oneOf(vocabulary.rules().all());
            case "operation", "owner", "reason" -> Schemas.words();
            case "link" -> Schemas.matching("https?://\\S+");
            case "until" -> Schemas.matching("\\d{4}-\\d\\d-\\d\\d");
            default -> null;
        };
    }

    private ObjectNode waiver(Form form) {
        ObjectNode schema = keys.mapping(form);
        schema.putArray("anyOf").add(Schemas.has("rule")).add(Schemas.has("scenario"));
        return schema;
    }

    /** Those of a suite or a part. A part has none of its own, and a file of them is named. */
    ObjectNode of(Form form) {
        ObjectNode file = Schemas.matching(".*waivers\\.yaml");
        ObjectNode item = form.equals(PartsReader.FORM)
                ? file
                : Schemas.any(file, keys.shared("waiver", it -> waiver(Format.WAIVER)));
        return Schemas.any(file.deepCopy(), Schemas.types("array").set("items", item));
    }

    /** A file of them, which may hold none. */
    ObjectNode ofFile() {
        return Schemas.orNothing(Schemas.types("array")
                .set("items", keys.shared("waiver", it -> waiver(Format.SHARED_WAIVER))));
    }
}
