package dev.naysayer.engine.rule.answer;

import dev.naysayer.dsl.Control;
import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.dsl.Declared;
import dev.naysayer.dsl.Destinations;
import dev.naysayer.dsl.GraphqlRequest;
import dev.naysayer.dsl.LoginNeed;
import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.OperationKind;
import dev.naysayer.dsl.OperationPromises;
import dev.naysayer.dsl.PathObjects;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.Promise;
import dev.naysayer.dsl.Refusals;
import dev.naysayer.dsl.RequestFields;
import dev.naysayer.dsl.Requirement;
import dev.naysayer.dsl.RuleChoices;
import dev.naysayer.dsl.Scenario;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.Statuses;
import dev.naysayer.dsl.Subject;
import dev.naysayer.dsl.Subjects;
import dev.naysayer.dsl.Suite;
import dev.naysayer.dsl.Template;
import dev.naysayer.dsl.read.SuiteReader;
import dev.naysayer.dsl.source.Reading;
import dev.naysayer.dsl.source.Variables;
import dev.naysayer.engine.evidence.Counterparts;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.Request;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.plan.CasePlan;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.profile.Profiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One {@code .http} file of a rule's proof: {@code # key: value} lines with the facts of the case, then the raw answer.
 *
 * @param file {@code <rule-id>/<side>/<name>.http}
 * @param facts what the leading lines say, by key
 * @param response what came back
 */
record RuleFixture(Path file, Map<String, String> facts, Response response) {

    static final Path FOLDER = folder();

    private static final Set<String> KEYS = Set.of(
            "condition",
            "scheme",
            "scheme-key",
            "kind",
            "beside",
            "method",
            "scopes",
            "control",
            "uri",
            "accept",
            "charset",
            "schema",
            "media-type",
            "refusals",
            "documented",
            "graphql",
            "sent",
            "statuses",
            "errors",
            "echoes",
            "unsearched",
            "truncated",
            "control-got",
            "nobody-got",
            "reason");

    private static final Position AT = new Position("orders.auth.yaml", 1, 1);

    static RuleFixture read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            Map<String, String> facts = new HashMap<>();
            lines.stream().takeWhile(line -> line.startsWith("# ")).forEach(line -> addFact(file, line, facts));
            return new RuleFixture(file, facts, response(lines.subList(facts.size(), lines.size()), facts));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addFact(Path file, String line, Map<String, String> facts) {
        String[] fact = line.substring(2).split(": ", 2);
        if (!KEYS.contains(fact[0]) || facts.put(fact[0], fact[1]) != null) {
            throw new IllegalArgumentException("'%s' in %s: the keys, each once, are %s".formatted(line, file, KEYS));
        }
    }

    private static Response response(List<String> lines, Map<String, String> facts) {
        int end = lines.contains("") ? lines.indexOf("") : lines.size();
        String body = String.join("\n", lines.subList(Math.min(end + 1, lines.size()), lines.size()));
        return new Response(
                Integer.parseInt(lines.get(0).replaceFirst("HTTP/1.1 (\\d{3})", "$1")),
                lines.subList(1, end).stream().map(RuleFixture::header).toList(),
                new Body(
                        body.getBytes(Charset.forName(facts.getOrDefault("charset", "UTF-8"))),
                        facts.containsKey("truncated")),
                words(facts.getOrDefault("echoes", "none")),
                facts.containsKey("unsearched"));
    }

    private static Header header(String line) {
        String[] field = line.split(":", 2);
        return new Header(field[0], field[1].strip());
    }

    /** {@code a, b}, or {@code none}. */
    private static List<String> words(String fact) {
        return fact.equals("none") ? List.of() : List.of(fact.split(", "));
    }

    String rule() {
        return String.valueOf(FOLDER.relativize(file).getName(0));
    }

    String side() {
        return String.valueOf(FOLDER.relativize(file).getName(1));
    }

    /** The file's name without its ending. */
    String name() {
        return String.valueOf(file.getFileName()).replace(".http", "");
    }

    Evidence evidence() {
        return Evidence.of(request(), response, new Counterparts(other("control-got"), other("nobody-got")));
    }

    private Request request() {
        return new Request(
                facts.getOrDefault("method", "GET"),
                facts.getOrDefault("uri", "https://api.example/orders"),
                facts.containsKey("sent") ? List.of(header(facts.get("sent"))) : List.of(),
                null,
                facts.get("accept"));
    }

    /** {@code 200 {"id":1001}}: another answer of the operation, of the same media type; null where the file has none. */
    private @Nullable Evidence other(String key) {
        String fact = facts.get(key);
        if (fact == null) {
            return null;
        }
        String[] parts = fact.split(" ", 2);
        Body body = new Body(parts[1].replace("\\n", "\n").getBytes(StandardCharsets.UTF_8), false);
        return Evidence.of(request(), new Response(Integer.parseInt(parts[0]), response.headers(), body, List.of()));
    }

    /** The case as the plan makes it. */
    ContractCase contractCase() {
        String condition = facts.get("condition");
        if (condition == null) {
            throw new IllegalArgumentException(file + " names no condition");
        }
        Operation operation = operation();
        CredentialDeclaration credential = new CredentialDeclaration(
                operation.requires().credentials().findFirst().orElseThrow(),
                new NamedSettings(AT, facts.getOrDefault("scheme", "bearer"), schemeSettings()),
                List.of(new NamedSettings(AT, "mint", Map.of())));
        Scenario scenario = new Scenario(AT, condition, new Promise(statuses(), errors(), null, null));
        Suite suite = new Suite(
                "Orders API",
                AT,
                List.of(),
                null,
                Destinations.UNDECLARED,
                Suite.DEFAULT_LEEWAY,
                Stream.concat(Stream.of(credential), beside().stream()).toList(),
                subjects(scenario, operation, credential),
                List.of(),
                List.of(operation),
                refusals(),
                RuleChoices.UNDECLARED,
                List.of(),
                null,
                isDenied(scenario) ? List.of() : List.of(scenario),
                null,
                List.of(),
                List.of(),
                null);
        return CasePlan.of(suite).get(1);
    }

    private static boolean isDenied(Scenario scenario) {
        return scenario.condition().equals(Subjects.DENIED);
    }

    /** One who may, and behind them one who may not. */
    private static Subjects subjects(Scenario scenario, Operation operation, CredentialDeclaration credential) {
        return isDenied(scenario)
                ? new Subjects(
                        Stream.of("doctor", "nurse")
                                .map(name -> new Subject(AT, name, List.of(credential)))
                                .toList(),
                        Map.of(operation.name(), List.of("doctor")),
                        scenario)
                : Subjects.NONE;
    }

    /** {@code header X-API-Key}: what says where an API key travels. */
    /** {@code beside: csrf}: a second credential, which stays good. */
    private Optional<CredentialDeclaration> beside() {
        return Optional.ofNullable(facts.get("beside"))
                .map(scheme -> new CredentialDeclaration(
                        new NamedSettings(
                                AT,
                                scheme,
                                Map.of("header", new NamedSettings.Setting(AT, new Secret("X-XSRF-TOKEN")))),
                        List.of(new NamedSettings(AT, "token", Map.of()))));
    }

    private Requirement requires() {
        String scheme = facts.getOrDefault("scheme", "bearer");
        return beside().map(it -> new Requirement(List.of(new Requirement.Alternative(List.of(scheme, it.name())))))
                .orElseGet(() -> Requirement.of(scheme));
    }

    private Map<String, NamedSettings.Setting> schemeSettings() {
        String[] key = facts.getOrDefault("scheme-key", "").split(" ", 2);
        return key.length < 2 ? Map.of() : Map.of(key[0], new NamedSettings.Setting(AT, new Secret(key[1])));
    }

    private Operation operation() {
        if (facts.containsKey("graphql")) {
            return graphql(undocumented(), facts.get("graphql"));
        }
        if (facts.containsKey("kind")) {
            return endpoint(OperationKind.named(facts.get("kind")).orElseThrow());
        }
        return facts.containsKey("documented") ? documented(facts.get("documented")) : undocumented();
    }

    private Operation endpoint(OperationKind kind) {
        return new Operation(
                AT,
                "POST",
                "/" + kind.yaml(),
                Map.of(),
                List.of(),
                false,
                control(),
                List.of(),
                Map.of(),
                kind.body(),
                Requirement.of("client"),
                RequestFields.NONE,
                OperationPromises.NONE,
                PathObjects.NONE,
                kind,
                null,
                null,
                LoginNeed.NONE,
                null);
    }

    /** {@code { me { name } }}: the document that is asked. */
    private static Operation graphql(Operation it, String document) {
        return new Operation(
                it.at(),
                it.method(),
                it.path(),
                it.pathParameters(),
                it.scopes(),
                it.mutates(),
                it.control(),
                it.tags(),
                it.absent(),
                it.body(),
                it.requires(),
                it.fields(),
                it.promises(),
                it.objects(),
                it.kind(),
                null,
                it.label(),
                it.login(),
                new GraphqlRequest(Template.of(document), null, false));
    }

    private Operation undocumented() {
        String method = facts.getOrDefault("method", "GET");
        return new Operation(
                AT,
                method,
                "/orders",
                Map.of(),
                words(facts.getOrDefault("scopes", "orders:read")),
                false,
                control(),
                List.of(),
                Map.of(),
                null,
                requires());
    }

    private Control control() {
        String status = facts.get("control");
        return status == null ? Control.ON : new Control(true, Integer.valueOf(status));
    }

    private Refusals refusals() {
        if (facts.containsKey("refusals")) {
            return written(facts.get("refusals"));
        }
        String schema = facts.get("schema");
        Promise promise = new Promise(
                null, null, schema == null ? null : declared(schema).schema(), declared("media-type", it -> it));
        return new Refusals(promise, Map.of(), false);
    }

    private @Nullable Declared<Statuses> statuses() {
        return declared(
                "statuses",
                statuses -> new Statuses(
                        words(statuses).contains("2xx"),
                        words(statuses).stream()
                                .filter(status -> !status.equals("2xx"))
                                .map(Integer::valueOf)
                                .toList()));
    }

    private @Nullable Declared<List<String>> errors() {
        return declared("errors", errors -> List.of(errors.split(", ")));
    }

    private <T> @Nullable Declared<T> declared(String key, Function<String, T> read) {
        String fact = facts.get(key);
        return fact == null ? null : Declared.of(read.apply(fact), AT);
    }

    /** Only the suite reader makes schemas, so each has a small suite that declares it. */
    private static Promise declared(String schema) {
        return read(FOLDER.resolve(schema + SuiteReader.SUFFIX), FOLDER).promise();
    }

    /** {@code {headers: {X-Request-ID: present}}}, as a suite writes it. */
    private static Refusals written(String refusals) {
        try {
            Path folder = Files.createTempDirectory("refusals");
            Path suite = Files.writeString(folder.resolve("orders.auth.yaml"), """
                    suite: Orders API
                    credentials: {bearer: {token: {good: "${TOKEN}"}}}
                    operations: [GET /orders]
                    scenarios: [no-token]
                    refusals: %s
                    """.formatted(refusals));
            try {
                return read(suite, folder);
            } finally {
                Files.delete(suite);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code {'401': {description: no}}}: the operation's responses, as an OpenAPI document writes them. */
    private static Operation documented(String responses) {
        try {
            Path folder = Files.createTempDirectory("document");
            Path document = Files.writeString(folder.resolve("openapi.yaml"), """
                    openapi: 3.1.1
                    security: [{bearer: [orders:read]}]
                    components: {securitySchemes: {bearer: {type: oauth2}}}
                    paths:
                      /orders:
                        get:
                          responses: %s
                    """.formatted(responses));
            Path suite = Files.writeString(folder.resolve("orders.auth.yaml"), """
                    suite: Orders API
                    credentials: {bearer: {token: {good: "${TOKEN}"}}}
                    operations: {openapi: openapi.yaml}
                    scenarios: [no-token]
                    """);
            try {
                return suite(suite, folder).operations().get(0);
            } finally {
                Files.delete(suite);
                Files.delete(document);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Refusals read(Path suite, Path folder) {
        return suite(suite, folder).refusals();
    }

    private static Suite suite(Path suite, Path folder) {
        Reading reading = new SuiteReader(Profiles.vocabulary()).read(suite, folder, Variables.of(name -> "unused"));
        if (reading instanceof Reading.Understood understood) {
            return understood.suite();
        }
        throw new IllegalStateException(reading.toString());
    }

    /** Whether it is said what the rule has to say: of a violation in a file beside it. */
    boolean isRecorded() {
        return !side().equals("violates") || Files.exists(file.resolveSibling(name() + ".txt"));
    }

    /** What the rule has to say, word for word: from the {@code .txt} beside a violation, else from {@code reason}. */
    String expected() {
        return switch (side()) {
            case "passes" -> "passed";
            case "violates" -> finding();
            default -> side() + ": " + facts.getOrDefault("reason", "no reason in " + file);
        };
    }

    private String finding() {
        try {
            return String.join("\n", Files.readAllLines(file.resolveSibling(name() + ".txt")));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "a finding has to stand beside %s; -Dtests.write-pages=true writes it".formatted(file), e);
        }
    }

    private static Path folder() {
        try {
            Path file = Path.of(RuleFixture.class
                    .getResource("/dev/naysayer/engine/rule/title-required.auth.yaml")
                    .toURI());
            return file.resolveSibling("");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each file is read once: many tests ask for all of them, some once a rule. */
    static Stream<RuleFixture> all() {
        return All.FIXTURES.stream();
    }

    private static final class All {

        private static final List<RuleFixture> FIXTURES = read();

        private static List<RuleFixture> read() {
            try (Stream<Path> files = Files.walk(FOLDER)) {
                return files.filter(file -> file.toString().endsWith(".http"))
                        .sorted()
                        .map(RuleFixture::read)
                        .toList();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** {@code challenge-follows-401 violates: empty field}. */
    @Override
    public String toString() {
        return rule() + " " + side() + ": " + name().replace('-', ' ');
    }
}
