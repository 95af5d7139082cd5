package dev.naysayer.engine.rule.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.Control;
import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.dsl.Destinations;
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
import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.credential.condition.CredentialConditions;
import dev.naysayer.engine.credential.scheme.AuthSchemes;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Request;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.plan.CasePlan;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Admission;
import dev.naysayer.engine.rule.AdmissionRule;
import dev.naysayer.engine.rule.FateRule;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.profile.Profiles;
import dev.naysayer.engine.standard.Level;
import dev.naysayer.engine.standard.SpecReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** How binding each answer to each condition is, profile by profile: {@code levels.txt}, to be read beside the standards. */
class LevelsTest {

    private static final Position AT = new Position("orders.auth.yaml", 1, 1);
    private static final Path TABLE = Path.of("src/test/resources/dev/naysayer/engine/levels.txt");

    private static final String HEAD = """
            What an API breaks that lets a condition's credential in (of a good one: that refuses it with 401), that refuses it with
            409, sends it elsewhere with 302, or crashes with 500; first by default, then in a profile that says otherwise.
            A dash: nothing. Written by the test, -Dtests.write-pages=true; read what changes with the standards beside it.

            """;

    /** Where an API key stands decides about which conditions there are. */
    private static final List<NamedSettings> SCHEMES = List.of(
            scheme("bearer"),
            scheme("basic"),
            scheme("digest"),
            scheme("api-key", "header"),
            scheme("api-key", "query"),
            scheme("api-key", "cookie"),
            scheme("session", "cookie"),
            scheme("csrf", "header"),
            scheme("client"),
            scheme("client", "authentication", "client_secret_post"));

    private static final List<String> PROFILES = List.of("oauth21", "rfc9068");

    static final List<ConditionInfo> CONDITIONS =
            CredentialConditions.ALL.stream().map(CredentialCondition::info).toList();

    @Test
    void the_table_is_that_of_the_code() throws IOException {
        if (Boolean.getBoolean("tests.write-pages")) {
            Files.writeString(TABLE, table());
        }

        assertThat(TABLE)
                .as("-Dtests.write-pages=true writes it anew; read what changes")
                .usingCharset(StandardCharsets.UTF_8)
                .hasContent(table());
    }

    @ParameterizedTest
    @FieldSource("CONDITIONS")
    void what_is_no_must_may_get_through_and_what_is_a_must_may_not(ConditionInfo condition) {
        for (NamedSettings scheme : SCHEMES) {
            if (applies(condition, scheme) && !condition.name().equals("plain-http")) {
                boolean must = condition.admission().apply(traits(scheme)).level() == Level.MUST;
                assertThat(condition.positive()
                                || condition.expectation().statuses().accepted() != must)
                        .as("%s over %s", condition.name(), scheme.name())
                        .isTrue();
            }
        }
    }

    /** RULES.md shows one level a rule, and readers take it for that of each credential which the rule names. */
    @Test
    void a_rule_about_credentials_binds_as_much_as_the_conditions_that_it_names() {
        for (Rule rule : Rules.ALL) {
            if (rule instanceof AdmissionRule about
                    && about.admission().demand() == Admission.Demand.REFUSED
                    && rule.info().profile().equals(RuleChoices.BASE)) {
                CONDITIONS.stream()
                        .filter(condition -> about.admission().conditions().contains(condition.name()))
                        .forEach(condition -> assertThat(
                                        levels(condition, about.admission().schemes()))
                                .as("%s of %s", condition.name(), rule.info().id())
                                .containsAnyOf(rule.info().level(), Level.MAY));
            }
        }
    }

    private static List<Level> levels(ConditionInfo condition, Trait scheme) {
        return SCHEMES.stream()
                .filter(it -> traits(it).contains(scheme) && applies(condition, it))
                .map(it -> condition.admission().apply(traits(it)).level())
                .toList();
    }

    private static String table() {
        StringBuilder table = new StringBuilder(HEAD);
        for (CredentialCondition condition : CredentialConditions.ALL) {
            List<String> told = new ArrayList<>();
            for (NamedSettings scheme : SCHEMES) {
                for (OperationKind kind : kinds(condition.info())) {
                    String line = applies(condition.info(), scheme) ? row(condition.info(), scheme, kind) : "";
                    if (!line.isEmpty() && !told.contains(line)) {
                        told.add(line);
                        table.append(condition.info().name())
                                .append(", ")
                                .append(name(scheme))
                                .append(kind == kinds(condition.info()).get(0) ? "" : " at a " + kind.yaml())
                                .append('\n')
                                .append(line);
                    }
                }
            }
        }
        return table.toString();
    }

    private static String row(ConditionInfo condition, NamedSettings scheme, OperationKind kind) {
        List<Integer> answers = condition.positive() ? List.of(401) : List.of(200, 409, 302, 500);
        Map<String, String> statuses = new LinkedHashMap<>();
        answers.forEach(status ->
                statuses.merge(told(condition, scheme, kind, status), String.valueOf(status), "%s, %s"::formatted));
        return statuses.entrySet().stream()
                .map(it -> "  %s: %s\n".formatted(it.getValue(), it.getKey()))
                .collect(Collectors.joining());
    }

    private static String told(ConditionInfo condition, NamedSettings scheme, OperationKind kind, int status) {
        String usual = told(condition, scheme, kind, status, RuleChoices.UNDECLARED);
        return PROFILES.stream()
                .filter(profile -> scheme.name().equals("bearer"))
                .map(profile ->
                        "; %s: %s".formatted(profile, told(condition, scheme, kind, status, Profiles.choices(profile))))
                .filter(told -> !told.endsWith(": " + usual))
                .collect(Collectors.joining("", usual, ""));
    }

    /** What became of the credential is one fact, so there is one finding at most. */
    private static String told(
            ConditionInfo condition, NamedSettings scheme, OperationKind kind, int status, RuleChoices choices) {
        ContractCase it = contractCase(condition, scheme, kind, choices);
        Evidence evidence = Evidence.of(
                new Request(it.operation().method(), "https://api.example/orders", List.of(), null),
                new Response(status, List.of(), new Body(new byte[0], false), List.of()));
        List<String> told = Rules.judge(it, evidence).stream()
                .filter(judgement -> judgement.verdict() instanceof Verdict.Violated)
                .filter(judgement -> Rules.ALL.stream()
                        .anyMatch(rule -> rule instanceof FateRule
                                && rule.info().id().equals(judgement.rule().id())))
                .map(judgement -> "%s, %s (%s)"
                        .formatted(
                                judgement.level(),
                                // Lines of profiles come and go.
                                judgement.source().link() == null
                                        ? SpecReference.SUITE.text()
                                        : judgement.source().text(),
                                judgement.rule().id()))
                .toList();
        assertThat(told).as("%s answered %d", condition.name(), status).hasSizeLessThan(2);
        return told.isEmpty() ? "–" : told.get(0);
    }

    private static ContractCase contractCase(
            ConditionInfo condition, NamedSettings scheme, OperationKind kind, RuleChoices choices) {
        Suite suite = new Suite(
                "Orders API",
                AT,
                List.of(),
                null,
                Destinations.UNDECLARED,
                Suite.DEFAULT_LEEWAY,
                List.of(new CredentialDeclaration(scheme, List.of(new NamedSettings(AT, "mint", Map.of())))),
                List.of(operation(scheme, kind)),
                Refusals.UNDECLARED,
                choices,
                List.of(),
                List.of(scenario(condition, choices)),
                null);
        return CasePlan.of(suite).get(1);
    }

    /** Those that the condition is about. */
    private static List<OperationKind> kinds(ConditionInfo condition) {
        return Stream.of(OperationKind.values())
                .filter(it -> condition.group() == null
                        ? !it.isEndpoint()
                        : condition.group().isAbout(it))
                .toList();
    }

    private static Operation operation(NamedSettings scheme, OperationKind kind) {
        return new Operation(
                AT,
                kind.isEndpoint() ? "POST" : "GET",
                "/orders",
                Map.of(),
                List.of("orders:read", "orders:list"),
                false,
                Control.ON,
                List.of(),
                Map.of(),
                kind.body(),
                Requirement.of(scheme.name()),
                RequestFields.NONE,
                OperationPromises.NONE,
                PathObjects.NONE,
                kind,
                null,
                null,
                LoginNeed.NONE,
                null);
    }

    /** As the reader makes it of what the profile expects. */
    private static Scenario scenario(ConditionInfo condition, RuleChoices choices) {
        Scenario bare = new Scenario(AT, condition.name(), Promise.NONE);
        return choices.profiles().stream()
                .flatMap(name ->
                        Profiles.all().stream().filter(profile -> profile.name().equals(name)))
                .flatMap(profile -> profile.expectations().stream())
                .filter(expectation -> expectation.condition().equals(condition.name()))
                .findFirst()
                .orElse(bare);
    }

    private static boolean applies(ConditionInfo condition, NamedSettings scheme) {
        return traits(scheme).contains(condition.appliesTo())
                && (condition.unless() == null || !traits(scheme).contains(condition.unless()));
    }

    private static Set<Trait> traits(NamedSettings scheme) {
        return AuthSchemes.named(scheme.name()).traits(scheme);
    }

    private static String name(NamedSettings scheme) {
        return Stream.concat(Stream.of(scheme.name()), scheme.settings().keySet().stream())
                .collect(Collectors.joining(" in "))
                .replace("authentication", "form");
    }

    private static NamedSettings scheme(String name) {
        return new NamedSettings(AT, name, Map.of());
    }

    private static NamedSettings scheme(String name, String place) {
        return scheme(name, place, "key");
    }

    private static NamedSettings scheme(String name, String key, String value) {
        return new NamedSettings(AT, name, Map.of(key, new NamedSettings.Setting(AT, new Secret(value))));
    }
}
