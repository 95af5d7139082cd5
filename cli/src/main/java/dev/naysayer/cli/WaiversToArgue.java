package dev.naysayer.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of waivers that waive nothing yet: each lacks its reason, and a suite that names the file has a problem until somebody writes it.
 *
 * @param suite the suite's name
 * @param found the day of the run
 * @param owner who answers for them, or null where somebody has to say it
 * @param until their last day, or null likewise
 * @param movers whose move each rule is
 */
record WaiversToArgue(
        String suite,
        LocalDate found,
        @Nullable String owner,
        @Nullable LocalDate until,
        List<Broken> broken,
        Map<String, String> movers) {

    String yaml() {
        StringBuilder yaml = new StringBuilder("""
                # What %s broke on %s, as 'naysayer record' found it. Nothing here is waived yet: write a reason behind each
                # 'reason', or mend the API and delete the waiver. A suite that names this file has a problem while one is missing.
                waivers:
                """.formatted(SuiteText.line(suite), found));
        broken.forEach(it -> yaml.append(waiver(it)));
        return yaml.toString();
    }

    private String waiver(Broken it) {
        return """

                  # %s, %s, in %d %s; the move of %s.
                  # %s
                  - suites: [%s]
                    rule: %s
                %s%s    owner:%s
                    reason:
                    until:%s
                """.formatted(
                        it.words().level(),
                        it.words().source(),
                        it.cases(),
                        it.cases() == 1 ? "case" : "cases",
                        movers.getOrDefault(it.rule(), "the API"),
                        SuiteText.line(it.words().summary()),
                        SuiteText.quoted(suite),
                        it.rule(),
                        line("scenario", it.scenario()),
                        line("operation", it.operation()),
                        owner == null ? "" : " " + SuiteText.quoted(owner),
                        until == null ? "" : " " + until);
    }

    private static String line(String key, @Nullable String value) {
        return value == null ? "" : "    %s: %s\n".formatted(key, SuiteText.quoted(value));
    }
}
