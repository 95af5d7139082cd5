package dev.naysayer.engine.junit;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Every setting, for readers, from the words that stand beside its code. */
final class SettingsPage {

    private static final String INTRODUCTION = """
            # Settings

            What a run is told from outside. This page is generated from the code; [CONTRIBUTING.md](../CONTRIBUTING.md#add-a-setting)
            says how.

            Each setting can be given in three ways; the first that is there holds:

            1. as a JUnit configuration parameter or a system property: `mvn test -Dnaysayer.target=https://orders.staging.example`
            2. as a line in `src/test/resources/junit-platform.properties`, for what is to hold in every run
            3. as an environment variable: `NAYSAYER_TARGET=https://orders.staging.example mvn test`. An empty one counts as none.

            Gradle hands no system property of its own on to the tests: give it in the `test` task (`systemProperty`), or use the
            variable.

            A name that begins with `naysayer.` and is no setting is a problem of every suite, as a parameter and as a system property, since it would
            be ignored in silence; so is a value of another form. A variable that begins with `NAYSAYER_` may be somebody else's, such as a
            suite's own `${NAYSAYER_TOKEN}`: one that is spelt nearly like a setting is told when the run starts, and stops nothing.

            `naysayer.target.<suite>` names a suite by its file: `naysayer.target.orders` is for `orders.auth.yaml`. A name that no suite has,
            neither of the run nor beside or below those, is a problem with the nearest name; so is one that several suites of the run have. As a variable it is
            spelt in capitals, and every other character than letters and digits is `_`: `NAYSAYER_TARGET_ORDERS_V2` for `orders-v2.auth.yaml`.

            | setting | environment variable | meaning | form | default |
            |---|---|---|---|---|
            """;

    private SettingsPage() {}

    static String text() {
        return INTRODUCTION
                + Arrays.stream(Setting.values()).map(SettingsPage::row).collect(Collectors.joining());
    }

    private static String row(Setting setting) {
        return "| `%s` | `%s` | %s | %s | %s |\n"
                .formatted(
                        setting.parameter(),
                        setting.variable(),
                        setting.meaning(),
                        setting.form().words(),
                        setting.otherwise());
    }
}
