package dev.naysayer.cli;

import dev.naysayer.dsl.TargetUrl;
import dev.naysayer.dsl.openapi.DocumentOutline;
import dev.naysayer.dsl.openapi.DocumentOutline.Server;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a first suite whose operations a document lists.
 *
 * @param name what its file is called after
 * @param target the base URL, or null where a variable says it
 * @param file the document's path from the suite on
 */
record DocumentSuite(
        SuiteName name,
        @Nullable String target,
        String file,
        DocumentOutline document,
        FirstChoice choice,
        FirstValues values) {

    private static final Pattern BASE = Pattern.compile("(?:https?://[^/?#\\s{}@]+)?(/[A-Za-z0-9._~/-]*)?");
    private static final Pattern SHOWN = Pattern.compile("(?:https?:/)?/[A-Za-z0-9._~:/{}\\[\\]-]{1,150}");

    private static final int LONGEST_TITLE = 60;

    /** Of proposals nobody reads more. */
    static final int MOST_SHOWN = 5;

    /** Its variables, in the order of the suite. */
    Set<String> variables() {
        Set<String> variables = new LinkedHashSet<>();
        if (target == null) {
            variables.add(url());
        }
        credentials().forEach(it -> variables.addAll(it.variables()));
        variables.addAll(values.variables());
        return variables;
    }

    private String url() {
        return SuiteText.variable(name.prefix(), "URL");
    }

    private List<FirstCredential> credentials() {
        return choice.credentials().stream()
                .map(it -> new FirstCredential(
                        it, name.prefix(), document.schemes().contains(it)))
                .toList();
    }

    /** The text of the file. */
    String yaml() {
        StringBuilder yaml = new StringBuilder();
        yaml.append("# yaml-language-server: $schema=suite.schema.json\n");
        yaml.append(
                "# A first suite: it only reads. Each ${NAME} is a variable of the environment, export NAME=…, and nothing is sent\n");
        yaml.append("# while one is not set. 'naysayer check' says which.\n");
        yaml.append("suite: ").append(SuiteText.quoted(title())).append("\n\n");
        yaml.append(targetText());
        yaml.append(
                "\n# How each travels, the document says; here stands where good ones come from. More sources: docs/sources.md.\n");
        yaml.append("credentials:\n");
        credentials().forEach(it -> yaml.append(it.yaml()));
        yaml.append(connectionText());
        yaml.append(assumedText());
        yaml.append(new DocumentOperations(file, choice, values).yaml());
        yaml.append(scenariosText());
        return yaml.toString();
    }

    private String title() {
        String title =
                document.title().replaceAll("[^\\p{L}\\p{N}.,'()&+-]+", " ").strip();
        return title.isEmpty() || title.length() > LONGEST_TITLE ? name.title() + " API" : title;
    }

    private String targetText() {
        String base = document.servers().stream()
                .findFirst()
                .map(it -> path(it.url()))
                .orElse("");
        String byDefault = "http://localhost:8080" + base;
        StringBuilder text = new StringBuilder("# Where the API is: --target=URL goes before this.\n");
        List<String> servers = document.servers().stream()
                .map(Server::url)
                .filter(it -> SHOWN.matcher(it).matches())
                .limit(MOST_SHOWN)
                .toList();
        if (!servers.isEmpty()) {
            text.append(
                    "# The document names these. The first is mostly production, and nobody should be asked because it stands there:\n");
            servers.forEach(it -> text.append("#   ").append(it).append('\n'));
        }
        text.append("target: ")
                .append(SuiteText.quoted(target == null ? "${%s:-%s}".formatted(url(), byDefault) : target))
                .append('\n');
        text.append("# Several places get names, of which --env=staging or naysayer.env chooses one:\n");
        text.append("# environments: {staging: {target: \"https://staging.example")
                .append(base)
                .append("\"}}\n");
        return text.toString();
    }

    /** What base URLs end with. */
    private static String path(String url) {
        Matcher base = BASE.matcher(url);
        String path = base.matches() && base.group(1) != null ? base.group(1).replaceAll("/+$", "") : "";
        return TargetUrl.fault("http://localhost" + path).isEmpty() ? path : "";
    }

    /** What is passed over is asked for all the same. */
    private String connectionText() {
        return choice.tested().stream()
                .flatMap(it -> it.alternatives().stream())
                .flatMap(Set::stream)
                .distinct()
                .filter(it -> document.schemes().stream()
                        .anyMatch(scheme ->
                                scheme.isOfConnection() && scheme.name().equals(it)))
                .findFirst()
                .map(it ->
                        "  # %s is a client certificate, which only the ContractTarget of a Java project presents: docs/targets.md.\n"
                                .formatted(SuiteText.line(it)))
                .orElse("");
    }

    private String assumedText() {
        return choice.assumed() == null
                ? ""
                : "\n# The document does not say what operations ask for. That all ask for this one is an assumption: correct it here, or better there.\nrequires: %s\n"
                        .formatted(SuiteText.quoted(choice.assumed()));
    }

    private String scenariosText() {
        Set<String> groups = new LinkedHashSet<>(Set.of("carriage: core"));
        credentials().forEach(it -> groups.add(it.scenarios()));
        String hint = credentials().stream().anyMatch(FirstCredential::isJwt)
                ? "# For tokens that are no JWTs write 'opaque: core' in place of 'jwt: core'. "
                : "# ";
        return """

                # Ways for a credential to be wrong; 'naysayer conditions' lists them, 'naysayer explain' tells what each means here.
                %s'all' in place of 'core' brings more.
                scenarios: [%s]
                """.formatted(hint, String.join(", ", groups));
    }

    /** How many are tested, left out and not yet spoken of. */
    String summary() {
        int leftOut = document.operations().size()
                - choice.tested().size()
                - choice.changing().size();
        return "%s tested%s%s"
                .formatted(
                        counted(choice.tested().size(), "operation is", "operations are"),
                        leftOut == 0 ? "" : "; " + counted(leftOut, "is", "are") + " left out, each with its reason",
                        choice.changing().isEmpty()
                                ? ""
                                : "; %d may change something and %s until you say more"
                                        .formatted(
                                                choice.changing().size(),
                                                choice.changing().size() == 1 ? "waits" : "wait"));
    }

    private static String counted(int number, String one, String several) {
        return "%d %s".formatted(number, number == 1 ? one : several);
    }
}
