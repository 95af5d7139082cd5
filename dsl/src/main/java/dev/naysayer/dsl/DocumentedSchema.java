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

        /** @param message what is wrong with it, and where in the document's schema */
        public Unusable(String message) {
            super(message);
        }
    }

    /** Compiles it when it is needed. */
    public interface Compiling {

        /**
         * Compiles it.
         *
         * @throws Unusable if it is no schema
         */
        BodySchema compile() throws Unusable;
    }

    private final DocumentPlace at;
    private final Compiling compiling;
    private @Nullable BodySchema compiled;
    private @Nullable Unusable fault;

    /** @param compiling is called once at most */
    public DocumentedSchema(DocumentPlace at, Compiling compiling) {
        this.at = at;
        this.compiling = compiling;
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
        if (fault != null) {
            throw fault;
        }
        if (compiled == null) {
            try {
                compiled = compiling.compile();
            } catch (Unusable e) {
                fault = e;
                throw e;
            }
        }
        return compiled;
    }
}
