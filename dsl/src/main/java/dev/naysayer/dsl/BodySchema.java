package dev.naysayer.dsl;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import java.util.List;

/** A JSON Schema that was read, checked against its meta-schema and compiled, once per suite. */
public final class BodySchema {

    private final String name;
    private final Schema schema;

    BodySchema(String name, Schema schema) {
        this.name = name;
        this.schema = schema;
    }

    /** The schema's path as the suite writes it. */
    public String name() {
        return name;
    }

    /**
     * What is wrong with a body that is JSON.
     *
     * @param json well-formed JSON
     * @return one sentence a violation, each beginning with the place in the body; empty where the body matches
     */
    public List<String> violations(String json) {
        return schema.validate(json, InputFormat.JSON).stream()
                .map(BodySchema::sentence)
                .sorted()
                .toList();
    }

    private static String sentence(Error error) {
        String text = error.toString();
        return text.startsWith(":") ? "the body" + text : text;
    }
}
