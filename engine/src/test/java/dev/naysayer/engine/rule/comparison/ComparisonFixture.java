package dev.naysayer.engine.rule.comparison;

import dev.naysayer.dsl.Browsers;
import dev.naysayer.dsl.Control;
import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.dsl.Declared;
import dev.naysayer.dsl.Destinations;
import dev.naysayer.dsl.GraphqlRequest;
import dev.naysayer.dsl.Limits;
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
import dev.naysayer.dsl.Subject;
import dev.naysayer.dsl.Subjects;
import dev.naysayer.dsl.Suite;
import dev.naysayer.dsl.Template;
import dev.naysayer.engine.credential.condition.CredentialConditions;
import dev.naysayer.engine.credential.condition.Guess;
import dev.naysayer.engine.credential.condition.Guessing;
import dev.naysayer.engine.credential.scheme.AuthSchemes;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.Request;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.plan.CasePlan;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.profile.Profiles;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One {@code .http} file of a comparison's proof: {@code # key: value} lines with the facts of the suite, then the answers,
 * each below a line {@code === GET /orders › no-token}, behind which may stand a probe.
 */
record ComparisonFixture(Path file, Map<String, String> facts, List<Part> parts) {

    static final Path FOLDER = folder();

    private static final Position AT = new Position("orders.auth.yaml", 1, 1);
    private static final Pattern HEAD =
            Pattern.compile("=== (?<method>[A-Z]+) (?<path>\\S+) › (?<condition>\\S+)(?: (?<probe>[a-z-]+))?");

    /** One answer: its heading, and its lines. */
    record Part(String method, String path, String condition, String probe, List<String> lines) {

        private boolean isControl() {
            return condition.equals("control");
        }
    }

    static Stream<ComparisonFixture> all() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files
                    .filter(file -> file.toString().endsWith(".http"))
                    .sorted()
                    .map(ComparisonFixture::read)
                    .toList()
                    .stream();
        }
    }

    private static ComparisonFixture read(Path file) {
        try {
            Map<String, String> facts = new HashMap<>();
            List<Part> parts = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                Matcher head = HEAD.matcher(line);
                if (head.matches()) {
                    String probe = head.group("probe");
                    parts.add(new Part(
                            head.group("method"),
                            head.group("path"),
                            head.group("condition"),
                            probe == null ? "" : probe,
                            new ArrayList<>()));
                } else if (parts.isEmpty()) {
                    String[] fact = line.substring(2).split(": ", 2);
                    facts.put(fact[0], fact[1]);
                } else {
                    parts.get(parts.size() - 1).lines().add(line);
                }
            }
            return new ComparisonFixture(file, facts, parts);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Comparison comparison() {
        String id = String.valueOf(FOLDER.relativize(file).getName(0));
        return Stream.concat(Comparisons.ALL.stream(), Comparisons.OF_EVERY_ANSWER.stream())
                .filter(it -> it.info().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no comparison is called " + id));
    }

    String side() {
        return String.valueOf(FOLDER.relativize(file).getName(1));
    }

    String expected() throws IOException {
        return switch (side()) {
            case "passes" -> "passed";
            case "violates" ->
                String.join("\n", Files.readAllLines(Path.of(file.toString().replace(".http", ".txt"))));
            default -> "not-applicable: " + facts.getOrDefault("reason", "no reason in " + file);
        };
    }

    List<ContractCase> planned() {
        return CasePlan.of(suite());
    }

    List<Answer> answers() {
        Map<String, ContractCase> cases = planned().stream().collect(Collectors.toMap(ContractCase::name, it -> it));
        return parts.stream().map(part -> answer(part, cases)).toList();
    }

    private Answer answer(Part part, Map<String, ContractCase> cases) {
        ContractCase like = cases.getOrDefault(
                "%s %s › %s".formatted(part.method(), part.path(), part.condition()),
                cases.values().stream()
                        .filter(it -> it.scenario().equals(part.condition()))
                        .findFirst()
                        .orElse(cases.values().iterator().next()));
        List<Header> alongside = part.probe().equals("logout")
                ? List.of(new Header(
                        "Cookie", facts.getOrDefault("scheme-key", "").replace("cookie ", "") + "=***redacted***"))
                : List.of();
        Evidence evidence =
                Evidence.of(new Request(part.method(), uri(part.path()), alongside, null), response(part.lines()));
        if (part.probe().isEmpty()) {
            return Answer.of(like, evidence);
        }
        Operation asked = operation(part.method(), part.path());
        Operation scoped = facts.containsKey("presented")
                ? asked.withScopes(List.of(facts.get("presented").split(" ")))
                : asked;
        Probe probe = probe(part.probe());
        ContractCase sent = like.on(scoped.adding(ofPage(probe)));
        return new Answer(
                switch (probe) {
                    case CHALLENGED_STEP_UP ->
                        sent.presenting(CredentialConditions.challengedLogin(facts.get("acr"), null));
                    case LIMITS -> sent.presenting(guess(part.condition()));
                    default -> sent;
                },
                evidence,
                probe,
                part.condition().equals(facts.get("slow")) ? Duration.ofSeconds(5) : Duration.ofMillis(5));
    }

    /** {@code good-before-guesses}, {@code guess-known-user-2}. */
    private Guess guess(String name) {
        String scheme = facts.getOrDefault("scheme", "bearer");
        return Arrays.stream(Guess.Turn.values())
                .filter(turn -> name.startsWith(turn.yaml()))
                .findFirst()
                .map(turn -> new Guess(
                        Guessing.of(AuthSchemes.named(scheme).traits(new NamedSettings(AT, scheme, Map.of())))
                                .orElseThrow(),
                        turn,
                        Integer.parseInt("0" + name.replaceAll("\\D", ""))))
                .orElseThrow();
    }

    /** What a browser adds for the pages that the facts tell of. */
    private RequestFields ofPage(Probe probe) {
        String origin = facts.getOrDefault("browsers", "https://app.example");
        Map<String, String> fields = new LinkedHashMap<>();
        if (probe.isOfBrowsers()) {
            fields.put(
                    "Origin",
                    switch (probe) {
                        case UNKNOWN_ORIGIN -> origin + ".naysayer.invalid";
                        case NULL_ORIGIN -> "null";
                        default -> origin;
                    });
        }
        if (probe == Probe.PREFLIGHT) {
            fields.put("Access-Control-Request-Method", facts.getOrDefault("for", "GET"));
            String asks = facts.getOrDefault("asks", "authorization");
            if (!asks.equals("nothing")) {
                fields.put("Access-Control-Request-Headers", asks);
            }
        }
        return new RequestFields(
                fields.entrySet().stream()
                        .map(it -> new RequestFields.Field(it.getKey(), Template.of(it.getValue())))
                        .toList(),
                List.of());
    }

    private @Nullable Browsers browsers() {
        String origin = facts.get("browsers");
        String expose = facts.get("expose");
        return origin == null
                ? null
                : new Browsers(
                        List.of(origin),
                        facts.get("credentials"),
                        List.of(),
                        expose == null ? List.of() : List.of(expose));
    }

    /** A probe may name a whole URI. */
    private static String uri(String path) {
        return path.startsWith("/") ? "https://api.example" + path : path;
    }

    private static Probe probe(String name) {
        return Probe.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Response response(List<String> lines) {
        int end = lines.contains("") ? lines.indexOf("") : lines.size();
        String body = String.join("\n", lines.subList(Math.min(end + 1, lines.size()), lines.size()));
        return new Response(
                Integer.parseInt(lines.get(0).replaceFirst("HTTP/1.1 (\\d{3})", "$1")),
                lines.subList(1, end).stream()
                        .map(line -> line.split(": ", 2))
                        .map(field -> new Header(field[0], field[1]))
                        .toList(),
                new Body(body.getBytes(StandardCharsets.UTF_8), false),
                List.of());
    }

    private Suite suite() {
        String scheme = facts.getOrDefault("scheme", "bearer");
        String source = Map.of("bearer", "mint", "client", "registration").getOrDefault(scheme, "account");
        Map<String, Operation> operations = new LinkedHashMap<>();
        Map<String, Scenario> scenarios = new LinkedHashMap<>();
        parts.stream().filter(part -> part.probe().isEmpty()).forEach(part -> {
            operations.putIfAbsent(part.method() + part.path(), operation(part.method(), part.path()));
            if (!part.isControl()) {
                scenarios.putIfAbsent(part.condition(), new Scenario(AT, part.condition(), Promise.NONE));
            }
        });
        CredentialDeclaration credential = new CredentialDeclaration(
                "credential", new NamedSettings(AT, scheme, key()), List.of(new NamedSettings(AT, source, Map.of())));
        return new Suite(
                "Orders API",
                AT,
                List.of(),
                null,
                Destinations.UNDECLARED,
                Suite.DEFAULT_LEEWAY,
                List.of(credential),
                Subjects.NONE,
                List.of(),
                List.copyOf(operations.values()),
                new Refusals(promise(), Map.of(), "resource-first".equals(facts.get("order"))),
                facts.containsKey("profile") ? Profiles.choices(facts.get("profile")) : RuleChoices.UNDECLARED,
                facts.containsKey("probes") ? List.of(facts.get("probes").split(", ")) : List.of(),
                browsers(),
                List.copyOf(scenarios.values()),
                null,
                List.of(),
                List.of(),
                limits(credential));
    }

    /** {@code cookie SESSION}. */
    private Map<String, NamedSettings.Setting> key() {
        String[] key = facts.getOrDefault("scheme-key", "").split(" ", 2);
        return key.length < 2 ? Map.of() : Map.of(key[0], new NamedSettings.Setting(AT, new Secret(key[1])));
    }

    private @Nullable Limits limits(CredentialDeclaration credential) {
        long tried = parts.stream()
                .filter(part -> part.condition().startsWith(Guess.Turn.UNKNOWN.yaml()))
                .count();
        return tried == 0
                ? null
                : new Limits(
                        AT,
                        new Subject(AT, "tester", List.of(credential)),
                        (int) tried,
                        Duration.ofSeconds(30),
                        facts.containsKey("limit-status")
                                ? Declared.of(Integer.valueOf(facts.get("limit-status")), AT)
                                : null);
    }

    private Promise promise() {
        String mediaType = facts.get("media-type");
        return new Promise(null, null, null, mediaType == null ? null : Declared.of(mediaType, AT));
    }

    private Operation operation(String method, String path) {
        Map<String, String> values = path.contains("{id}") ? Map.of("id", "1001") : Map.of();
        Map<String, String> absent = facts.containsKey("absent") ? Map.of("id", facts.get("absent")) : Map.of();
        String document = facts.get("graphql");
        return new Operation(
                AT,
                method,
                path,
                values,
                List.of("orders:read"),
                false,
                Control.ON,
                List.of(),
                absent,
                null,
                Requirement.of("credential"),
                RequestFields.NONE,
                OperationPromises.NONE,
                PathObjects.NONE,
                OperationKind.named(facts.getOrDefault("kind", "")).orElse(OperationKind.RESOURCE),
                null,
                null,
                LoginNeed.NONE,
                document == null
                        ? null
                        : new GraphqlRequest(Template.of(document), null, document.startsWith("mutation")));
    }

    private static Path folder() {
        try {
            return Path.of(ComparisonFixture.class
                            .getResource("/dev/naysayer/engine/comparison/title-stable")
                            .toURI())
                    .resolveSibling("");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code title-stable violates: number}. */
    @Override
    public String toString() {
        return FOLDER.relativize(file).toString();
    }
}
