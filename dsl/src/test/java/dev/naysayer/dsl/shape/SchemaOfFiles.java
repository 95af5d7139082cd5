package dev.naysayer.dsl.shape;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.json.JsonMapper;

/** A schema held against files, as an editor does. */
record SchemaOfFiles(Schema schema) {

    private static final LoadSettings YAML = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setAllowDuplicateKeys(true)
            .build();

    static SchemaOfFiles of(FormatSchema schema, FormatSchema.Kind kind) {
        return new SchemaOfFiles(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(schema.of(kind), InputFormat.JSON));
    }

    /** What is wrong with a file; what is no YAML is wrong. */
    List<String> faults(String yaml) {
        try {
            Object value = new Load(YAML).loadFromString(yaml);
            return schema.validate(JsonMapper.shared().writeValueAsString(value), InputFormat.JSON).stream()
                    .map(Object::toString)
                    .toList();
        } catch (YamlEngineException e) {
            return List.of("no YAML");
        }
    }
}
