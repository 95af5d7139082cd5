package dev.naysayer.dsl.source;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The YAML of other tools, as values: mappings, lists, texts, numbers. */
public final class PlainYaml {

    /** A file that somebody wrote has few; a hundred aliases of aliases fill the memory. */
    private static final int MOST_ALIASES = 20;

    private PlainYaml() {}

    /** What a text says, an empty mapping where that is nothing; empty where it is no YAML, whose parser's words may quote a secret. */
    public static Optional<Object> load(String text) {
        LoadSettings bounded = LoadSettings.builder()
                .setMaxAliasesForCollections(MOST_ALIASES)
                .setAllowRecursiveKeys(false)
                .build();
        try {
            return Optional.of(Objects.requireNonNullElse(new Load(bounded).loadFromString(text), Map.of()));
        } catch (YamlEngineException e) {
            return Optional.empty();
        }
    }
}
