package dev.naysayer.dsl;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A scheme or a token source as the suite declares it: its keys are those of its form.
 *
 * @param at where the suite names it
 * @param name its name, {@code bearer} or {@code mint}
 * @param settings its keys with their resolved values
 */
public record NamedSettings(Position at, String name, Map<String, Setting> settings) {

    /**
     * A key's value with its place; every value is held as a secret since any may come from the environment.
     *
     * @param value the text; of a mapping, JSON text
     * @param again asks the command that gave the value for a newer one, and gives null where that fails; null where the
     *     value did not come from a command
     * @param referred of a mapping, the texts in it that came by reference
     */
    public record Setting(
            Position at, Secret value, @Nullable Supplier<@Nullable Secret> again, List<Secret> referred) {

        public Setting(Position at, Secret value) {
            this(at, value, null);
        }

        public Setting(Position at, Secret value, @Nullable Supplier<@Nullable Secret> again) {
            this(at, value, again, List.of());
        }
    }

    /** The value of a key that the form requires. */
    public Setting get(String key) {
        Setting setting = settings.get(key);
        if (setting == null) {
            throw new IllegalArgumentException("'" + key + "' is not required by the form of '" + name + "'");
        }
        return setting;
    }

    /** The text of an optional key, or null where the suite leaves it out. */
    public @Nullable String text(String key) {
        Setting setting = settings.get(key);
        return setting == null ? null : setting.value().reveal();
    }
}
