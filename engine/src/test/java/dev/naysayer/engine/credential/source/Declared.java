package dev.naysayer.engine.credential.source;

import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.NamedSettings.Setting;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.Secret;
import java.util.LinkedHashMap;
import java.util.Map;

/** Declarations of token sources, as the suite reader gives them. */
final class Declared {

    private Declared() {}

    /** Each key, followed by its value, has a line of its own: the first is in line 5. */
    static NamedSettings source(String name, String... keysAndValues) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            settings.put(keysAndValues[i], new Setting(line(5 + i / 2), new Secret(keysAndValues[i + 1])));
        }
        return new NamedSettings(line(4), name, settings);
    }

    static Position line(int line) {
        return new Position("orders.auth.yaml", line, 12);
    }
}
