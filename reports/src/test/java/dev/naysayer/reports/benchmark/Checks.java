package dev.naysayer.reports.benchmark;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** What a refusal's body is held against by those who write their tests by hand; compiled once. */
final class Checks {

    static final String SCHEMA = """
            {"$schema": "https://json-schema.org/draft/2020-12/schema",
             "type": "object",
             "required": ["title", "status"],
             "properties": {
               "type": {"type": "string"},
               "title": {"type": "string", "minLength": 1},
               "status": {"type": "integer", "minimum": 400, "maximum": 499}}}
            """;

    private static final Schema COMPILED = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SCHEMA, InputFormat.JSON);

    private Checks() {}

    /** What is wrong with a body. */
    static List<String> violations(String body) {
        return COMPILED.validate(body, InputFormat.JSON).stream()
                .map(String::valueOf)
                .toList();
    }
}
