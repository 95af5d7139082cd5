package dev.naysayer.dsl;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One token source as the suite declares it: its keys are those of its {@link Shape}.
 *
 * @param at where the suite names the source
 * @param name the source's name, {@code mint}
 * @param settings its keys with their resolved values
 */
public record SourceDeclaration(Position at, String name, Map<String, Setting> settings) {

    /** A key's value with its place; every value is held as a secret since any may come from the environment. */
    public record Setting(Position at, Secret value) {}

    /** The value of a key that the shape requires. */
    public Setting get(String key) {
        Setting setting = settings.get(key);
        if (setting == null) {
            throw new IllegalArgumentException("'" + key + "' is not required by the shape of '" + name + "'");
        }
        return setting;
    }

    /** The text of an optional key, or null where the suite leaves it out. */
    public @Nullable String text(String key) {
        Setting setting = settings.get(key);
        return setting == null ? null : setting.value().reveal();
    }
}
