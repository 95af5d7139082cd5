package dev.naysayer.dsl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The schema that an OpenAPI document has for a body, as JSON Schema 2020-12. It is compiled when the first body is held against it: of
 * thousands in a document few are ever needed.
 */
public final class DocumentedSchema {

    /** A schema that no body can be held against, since it is none. */
    public static final class Unusable extends Exception {

        private static final long serialVersionUID = 1;

        Unusable(String message) {
            super(message);
        }
    }

    private final DocumentPlace at;
    private final String text;
    private @Nullable BodySchema compiled;
    private @Nullable String fault;

    DocumentedSchema(DocumentPlace at, String text) {
        this.at = at;
        this.text = text;
    }

    /** Where the document has it. */
    public DocumentPlace at() {
        return at;
    }

    /**
     * What is wrong with a body that is JSON, as {@link BodySchema#violations} tells it.
     *
     * @throws Unusable if the document's schema is none, with what is wrong with it
     * @throws BodySchema.Undecided where that would take too many steps
     */
    public List<String> violations(String json) throws Unusable, BodySchema.Undecided {
        return compiled().violations(json);
    }

    private synchronized BodySchema compiled() throws Unusable {
        if (compiled == null && fault == null) {
            SchemaLoader.Compiled result = SchemaLoader.compileOfDocument(at.toString(), text);
            compiled = result.schema();
            // What is wrong stands at its place in the document's schema, not in what was made of it.
            fault = result.fault() == null ? null : result.fault().replace("/$defs/" + OpenApiSchemas.ROOT, "");
        }
        if (compiled == null) {
            throw new Unusable(String.valueOf(fault));
        }
        return compiled;
    }
}
