package dev.naysayer.dsl.read;

import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.Profile;
import dev.naysayer.dsl.Suite;
import dev.naysayer.dsl.format.ConditionNames;
import dev.naysayer.dsl.format.Form;
import dev.naysayer.dsl.format.Key;
import dev.naysayer.dsl.format.RuleVocabulary;
import dev.naysayer.dsl.format.SchemeForm;
import dev.naysayer.dsl.format.Vocabulary;
import dev.naysayer.dsl.source.Reading;
import dev.naysayer.dsl.source.Variables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Suites for tests: a vocabulary of a few conditions and two schemes, and a folder to write files to. */
public record SuiteFiles(Path folder) {

    private static final RuleVocabulary RULES = new RuleVocabulary(
            Set.of("no-store", "nosniff", "bearer-has-parameter", "title-stable"),
            Set.of("status-as-declared"),
            Set.of("MUST", "SHOULD", "advice"),
            Map.of(
                    "rfc6750", profile("rfc6750", List.of(), List.of()),
                    "oauth21", profile("oauth21", List.of(), List.of()),
                    "opaque", profile("opaque", List.of(), List.of("distinct")),
                    "distinct", profile("distinct", List.of("oauth21"), List.of())),
            Set.of("again", "head"),
            Set.of("title-stable"));

    public static final Vocabulary VOCABULARY = new Vocabulary(
            Set.of(
                    "no-token",
                    "expired-token",
                    "wrong-audience",
                    "alg-none",
                    "kid-unknown",
                    "exp-milliseconds",
                    "deep-json",
                    "unknown-token"),
            Map.of(
                    "jwt",
                    new ConditionNames(
                            List.of("expired-token", "alg-none"),
                            List.of("expired-token", "alg-none", "kid-unknown", "exp-milliseconds"),
                            List.of("expired-token", "alg-none", "kid-unknown", "deep-json", "exp-milliseconds")),
                    "opaque",
                    new ConditionNames(
                            List.of("unknown-token"),
                            List.of("unknown-token", "expired-token"),
                            List.of("unknown-token", "expired-token"))),
            "valid",
            Map.of(
                    "bearer",
                    new SchemeForm(
                            Form.of("bearer"),
                            Map.of(
                                    "mint",
                                    Form.of(
                                            "mint",
                                            Key.text("issuer", "").required("'mint' needs it"),
                                            Key.text("audience", "").required("'mint' needs it"),
                                            Key.secret("key", "").required("'mint' needs it"),
                                            Key.text("subject", ""),
                                            Key.mapping("claims", ""))),
                            SuiteFiles::check,
                            scheme -> Optional.of("the header Authorization")),
                    "api-key",
                    new SchemeForm(
                            Form.of(
                                    "api-key",
                                    Key.text("header", "").required("'api-key' needs it"),
                                    Key.text("prefix", ""),
                                    Key.secret("pepper", "")),
                            Map.of(
                                    "token",
                                    Form.of(
                                            "token",
                                            Key.secret("good", "").required("'token' needs it"),
                                            Key.secret("revoked", "")),
                                    "login",
                                    Form.of(
                                            "login",
                                            Key.text("url", "").required("'login' needs it"),
                                            Key.secrets("form", ""))),
                            SuiteFiles::check,
                            scheme -> Optional.ofNullable(scheme.text("header")).map(name -> "the header " + name)),
                    "client",
                    new SchemeForm(
                            Form.of("client", Key.text("authentication", "")),
                            Map.of("registration", Form.of("registration", Key.text("client-id", ""))),
                            SuiteFiles::check,
                            scheme -> Optional.of("the header Authorization"),
                            false,
                            true)),
            RULES);

    public static final SuiteReader READER = new SuiteReader(VOCABULARY);

    /** A scheme and a source that can be content with everything but one value. */
    private static Optional<SchemeForm.Fault> check(NamedSettings settings) {
        return settings.settings().entrySet().stream()
                .filter(setting -> setting.getValue().value().reveal().equals("unusable"))
                .map(setting -> new SchemeForm.Fault(
                        setting.getValue().at(), "'%s' cannot be used".formatted(setting.getKey()), "give another"))
                .findFirst();
    }

    private static Profile profile(String name, List<String> extended, List<String> contradicts) {
        return new Profile(name, "", extended, contradicts, List.of(), List.of());
    }

    public static final Variables VARIABLES =
            new Variables(Map.of("KEY", "key-from-the-environment")::get, Set.of("PROMISED"), SuiteFiles::run);

    public static final String ORDERS = """
            suite: Orders API
            target: ${ORDERS_URL:-http://localhost:8080}
            credentials:
              bearer:
                mint: {issuer: https://issuer.example, audience: https://orders.example, key: "${KEY}"}
            operations:
              - GET /orders:  {scope: orders:read}
              - POST /orders: {scope: orders:write, mutates: true, body: {item: book, quantity: 1}}
            scenarios: [no-token, expired-token]
            """;

    public static final String ENDPOINTS = """
            suite: Authorization server
            target: http://localhost:8080
            credentials: {client: {registration: {client-id: naysayer}}}
            operations:
              - POST /token:
                  kind: token-endpoint
                  body: {code: "${command:sign-in}", verifier: "${KEY}", token: "${TOKEN}"}
            scenarios: [no-token]
            """;

    private static String run(String command) throws Variables.Commands.Failed {
        if (!command.startsWith("print ")) {
            throw new Variables.Commands.Failed("the command 'fail …' ended with exit status 3");
        }
        return command.substring("print ".length());
    }

    public Reading read(String yaml) {
        try {
            Path file = Files.writeString(folder.resolve("orders.auth.yaml"), yaml);
            return READER.read(file, folder, VARIABLES);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public Suite suite(String yaml) {
        if (read(yaml) instanceof Reading.Understood understood) {
            return understood.suite();
        }
        throw new AssertionError(read(yaml));
    }
}
