package dev.naysayer.engine.junit;

import dev.naysayer.dsl.source.UserFile;
import dev.naysayer.engine.gate.FailOn;
import dev.naysayer.engine.plan.Shard;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.ConfigurationParameters;

/**
 * What a run may be told from outside: by a JUnit configuration parameter, a system property, or an environment variable.
 *
 * <p>This is the only list of them. What is read, what is checked and {@code docs/settings.md} derive from it, so a new setting is one
 * entry, and a line where it is used.
 */
@SuppressWarnings("ImmutableEnumChecker") // words and patterns never change
public enum Setting {

    /** Goes before a suite's {@code target:} and a started target's URL. */
    TARGET(
            "naysayer.target",
            "the base URL for every suite of the run",
            SettingForm.text("a URL"),
            null,
            "the started target's URL, else the suite's `target`"),

    /** Goes before that of all suites. */
    TARGET_OF_SUITE(
            "naysayer.target.<suite>",
            "the base URL of one suite of the run: `naysayer.target.orders` is that of `orders.auth.yaml`",
            SettingForm.text("a URL"),
            null,
            "`naysayer.target`"),

    /** Which of their environments the suites are tested in. */
    ENVIRONMENT(
            "naysayer.env",
            "which of their [`environments`](suite.md#environments) the suites are tested in; a suite that has none of this name has a problem",
            SettingForm.matching("[A-Za-z0-9._-]{1,64}", "letters, digits, '.', '_' and '-', at most 64"),
            null,
            "each suite as it stands"),

    /** Where the report goes. */
    REPORT_DIRECTORY(
            "naysayer.report-directory",
            "where `index.html` and `report.json` go, relative to the directory in which the tests run",
            SettingForm.text("a path"),
            null,
            "`target/naysayer`, in a build of Gradle `build/naysayer`"),

    /** Which files the report has beside the page and the record. */
    FORMATS(
            "naysayer.formats",
            "which [further files](formats.md) are written beside `index.html` and `report.json`",
            SettingForm.someOf("sarif", "summary", "comment", "gitlab", "badge"),
            null,
            "what the build server reads: on GitHub Actions `sarif,summary,comment`, on GitLab CI `gitlab,comment`, elsewhere none"),

    /** How long connecting may take. */
    CONNECT_TIMEOUT("naysayer.connect-timeout", "how long connecting may take", SettingForm.SECONDS, "5"),

    /** How long a whole answer may take. */
    RESPONSE_TIMEOUT(
            "naysayer.response-timeout",
            "how long a whole answer may take; one [that does not end](suite.md#answers-that-do-not-end) is judged as far as it came",
            SettingForm.SECONDS,
            "10"),

    /** How long a command that gives a value may take. */
    COMMAND_TIMEOUT(
            "naysayer.command-timeout", "how long a command may take that gives a value", SettingForm.SECONDS, "30"),

    /** How large a suite, and each file that it names, may be. */
    MAX_FILE_SIZE(
            UserFile.LIMIT_SETTING,
            "how large a suite with all that it uses, and each other file that it names, may be",
            SettingForm.whole("MiB", 1, 999),
            "1"),

    /** How long a run may wait because something asks for it. */
    LONGEST_WAIT(
            "naysayer.longest-wait",
            "how long may be waited for a token to expire, or because an answer asks for it by `Retry-After`",
            SettingForm.SECONDS,
            "120"),

    /** How fast a host is asked at most. */
    RATE_LIMIT(
            "naysayer.rate-limit",
            "how fast a host, an issuer too, is asked at most, by all suites of the run together",
            SettingForm.matching(
                    "(?!0+(\\.0+)?$)\\d{1,4}(\\.\\d{1,2})?",
                    "requests per second, from 0.01 to 9999, such as 10 or 0.5"),
            null,
            "as fast as answers come"),

    /** How often a request is sent again that came in vain. */
    RETRIES(
            "naysayer.retries",
            "how often a request is sent again that [came in vain](suite.md#unsteady-networks); with `0` each is sent once, one after the other",
            SettingForm.whole("tries", 0, 5),
            "1"),

    /** Which part of all cases is run here. */
    SHARD(
            "naysayer.shard",
            "which [shard](scale.md) of how many is run, counted from 1",
            SettingForm.shard(),
            null,
            "all cases"),

    /** How many shards there are, where Kubernetes says which one this is. */
    SHARDS(
            "naysayer.shards",
            "how many [shards](scale.md) there are, where `JOB_COMPLETION_INDEX` says which one this is: in the Pods of an Indexed Job",
            SettingForm.whole("shards", 1, Shard.MOST),
            null,
            "all cases"),
    /** How many requests of a suite may be under way at once; no more than connections are kept for one host. */
    PARALLELISM(
            "naysayer.parallelism",
            "how many requests a target gets at once; [which ones](suite.md#how-many-at-once), and `1` is one after the other",
            SettingForm.whole("requests", 1, 256),
            "16"),

    /** What requests say of who sends them. */
    USER_AGENT(
            "naysayer.user-agent",
            "what requests say of who sends them, unless the target's `RequestSpecification` has a `User-Agent` of its own",
            SettingForm.matching(
                    "[!-~]([ -~]{0,198}[!-~])?", "printable ASCII, at most 200 characters: it is sent as a header"),
            null,
            "`Naysayer/<version> (run <id>)`"),

    /** What the run is called in requests and in the report; tells a report which processes belong together. */
    RUN_ID(
            "naysayer.run-id",
            "what the run is called in requests and in the report; a new one for each run",
            SettingForm.matching(
                    "[A-Za-z0-9._-]{1,64}", "letters, digits, '.', '_' and '-', at most 64: it is sent in a header"),
            null,
            "eight random digits"),

    /** Which findings make a test red. */
    FAIL_ON(
            "naysayer.fail-on",
            "which findings make a test red: a broken MUST, a SHOULD or security advice too, a MUST that the baseline does not have, or none; [which outcome is red](gating.md)",
            new SettingForm(FailOn.words(), text -> FailOn.named(text).isPresent()),
            FailOn.MUST.toString()),

    /** The run that this one is compared with. */
    BASELINE(
            "naysayer.baseline",
            "the `report.json` of the run that this one is [compared with](gating.md#what-changed), or the report directory that it lies in",
            SettingForm.text("a path"),
            null,
            "compared with none"),

    /** How many tests of a suite may warn. */
    MAX_WARNINGS(
            "naysayer.max-warnings",
            "how many tests of a suite may warn; judged by the suite's test [`gate`](gating.md#the-gate-of-a-suite)",
            SettingForm.whole("tests", 0, 999_999),
            null,
            "any number"),

    /** How many tests of a suite may be inconclusive. */
    MAX_INCONCLUSIVE(
            "naysayer.max-inconclusive",
            "how many tests of a suite may be inconclusive: they are skipped then, and the test [`gate`](gating.md#the-gate-of-a-suite) counts them",
            SettingForm.whole("tests", 0, 999_999),
            null,
            "each is red"),

    /** How many cases of a suite have to be judged. */
    MIN_CASES(
            "naysayer.min-cases",
            "how many cases of a suite have to be judged; the test [`gate`](gating.md#the-gate-of-a-suite) counts them",
            SettingForm.whole("cases", 1, 999_999),
            null,
            "nobody counts"),

    /** How long before its end the owner of a waiver is told. */
    WAIVER_NOTICE(
            "naysayer.waiver-notice",
            "how long before its last day the owner of a [waiver](waivers.md) is told; `0d` on that day only",
            SettingForm.matching("(0|[1-9]\\d{0,2})d", "whole days, from 0d to 999d, such as 14d"),
            "14d"),

    /** Whether a credential that no source can make fails its case. */
    REQUIRE_OBTAINABLE(
            "naysayer.require-obtainable",
            "whether a credential that no source can make fails its case",
            SettingForm.CHOICE,
            "false"),

    /** How long each call of a target may take. */
    START_TIMEOUT(
            "naysayer.start-timeout",
            "how long each call of a `ContractTarget` may take, its start for one",
            SettingForm.SECONDS,
            "120");

    private static final Pattern USER_INFO = Pattern.compile("//[^/@\\s]*@");

    private static final String ONE_SUITE = "<suite>";

    private final String parameter;
    private final String meaning;
    private final SettingForm form;
    private final @Nullable String byDefault;
    private final String otherwise;

    /** @param byDefault what holds where nothing is said */
    Setting(String parameter, String meaning, SettingForm form, String byDefault) {
        this(parameter, meaning, form, byDefault, "`" + byDefault + "`");
    }

    /**
     * @param meaning for the page of settings; no sentence, no full stop
     * @param byDefault what holds where nothing is said, or null where that is no text
     * @param otherwise the same in words
     */
    Setting(String parameter, String meaning, SettingForm form, @Nullable String byDefault, String otherwise) {
        this.parameter = parameter;
        this.meaning = meaning;
        this.form = form;
        this.byDefault = byDefault;
        this.otherwise = otherwise;
    }

    /** Its name as a JUnit configuration parameter and as a system property, {@code naysayer.connect-timeout}. */
    public String parameter() {
        return parameter;
    }

    /** Its name as an environment variable, {@code NAYSAYER_CONNECT_TIMEOUT}. */
    public String variable() {
        return variable(parameter);
    }

    /** What the setting of this name is called as an environment variable. */
    static String variable(String parameter) {
        return parameter.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9<>]", "_");
    }

    /** The parameter for one suite, of a setting that is said suite by suite. */
    String of(String suite) {
        return parameter.replace(ONE_SUITE, suite);
    }

    /** The suite that a parameter is said of; empty where it is not this setting, or not said suite by suite. */
    Optional<String> suite(String name) {
        String beginning = parameter.replace(ONE_SUITE, "");
        return parameter.endsWith(ONE_SUITE) && name.startsWith(beginning)
                ? Optional.of(name.substring(beginning.length()))
                : Optional.empty();
    }

    String meaning() {
        return meaning;
    }

    SettingForm form() {
        return form;
    }

    /** In words. */
    String otherwise() {
        return otherwise;
    }

    /** What it is set to, else its default; empty where it has none that is a text. What has not its form counts as not set. */
    public Optional<String> in(ConfigurationParameters parameters) {
        return in(parameters, System.getenv());
    }

    Optional<String> in(ConfigurationParameters parameters, Map<String, String> environment) {
        return given(parameter, parameters, environment)
                .map(Given::value)
                .filter(form::fits)
                .or(() -> Optional.ofNullable(byDefault));
    }

    /** How large a file of a user's may be, in bytes. */
    public static long maxFileSize(ConfigurationParameters parameters, Map<String, String> environment) {
        return Long.parseLong(MAX_FILE_SIZE.in(parameters, environment).orElseThrow()) * UserFile.DEFAULT_LIMIT;
    }

    /** All that have a text, as they are in this run, by their parameters; without what may be secret in a URL. */
    public static SortedMap<String, String> inForce(ConfigurationParameters parameters) {
        SortedMap<String, String> all = new TreeMap<>();
        for (Setting setting : values()) {
            setting.in(parameters)
                    .ifPresent(value ->
                            all.put(setting.parameter, USER_INFO.matcher(value).replaceAll("//***@")));
        }
        return all;
    }

    /** What is wrong with what it is set to; empty where nothing is. */
    Optional<String> problem(ConfigurationParameters parameters, Map<String, String> environment) {
        return given(parameter, parameters, environment)
                .filter(it -> !form.fits(it.value()))
                .map(it -> "%s has to be %s".formatted(it.name(), form.words()));
    }

    /**
     * What somebody said.
     *
     * @param name of the parameter or of the variable by which it was said
     */
    record Given(String name, String value) {}

    /** A parameter goes first, since it is said of this run alone. A build server hands on what it does not know as an empty variable. */
    static Optional<Given> given(
            String parameter, ConfigurationParameters parameters, Map<String, String> environment) {
        String variable = variable(parameter);
        return parameters
                .get(parameter)
                .map(value -> new Given(parameter, value))
                .or(() -> Optional.ofNullable(environment.get(variable))
                        .filter(value -> !value.isEmpty())
                        .map(value -> new Given(variable, value)));
    }
}
