package dev.naysayer.engine.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.Control;
import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.dsl.Destinations;
import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.NamedSettings.Setting;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.Refusals;
import dev.naysayer.dsl.Requirement;
import dev.naysayer.dsl.RuleChoices;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.plan.CasePlan;
import dev.naysayer.engine.plan.ContractCase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A control that fails says where to look: by scheme, source and answer, and never by blessing a fault. */
class ControlHintTest {

    private static final Position AT = new Position("orders.auth.yaml", 5, 5);
    private static final Pattern PROPOSAL = Pattern.compile("say 'control: (\\d+)'");
    private static final Control NOT_STATED = Control.ON;

    private static final NamedSettings BEARER = named("bearer");
    private static final NamedSettings BASIC = named("basic");
    private static final NamedSettings API_KEY = named("api-key", "header", "X-API-Key");
    private static final NamedSettings MINT = named("mint", "issuer", "https://issuer.example");
    private static final NamedSettings CLIENT = named(
            "client-credentials",
            "issuer",
            "https://login.example",
            "client-id",
            "naysayer",
            "scope",
            "api://orders/.default");
    private static final NamedSettings GIVEN = named("token", "good", "given-secret");
    private static final NamedSettings CAPTURED = named("token", "expired-token", "captured-secret");
    private static final NamedSettings ACCOUNT = named("account", "user", "anna", "password", "account-secret");

    private static final NamedSettings LOGIN = named("login", "request", "POST /login", "token", "/token");

    @Test
    void a_refused_credential_leads_to_what_makes_it_a_good_one() {
        assertThat(hint(BEARER, MINT, 401))
                .isEqualTo("check 'issuer', 'audience' and the key below 'mint' (orders.auth.yaml:5)");
        assertThat(hint(BEARER, named("mint", "issuer", "embedded"), 401))
                .isEqualTo(
                        "check whether the API trusts the tests' issuer, and 'audience' below 'mint' (orders.auth.yaml:5)");
        assertThat(hint(BEARER, CLIENT, 401))
                .isEqualTo(
                        "check whether the API takes tokens of https://login.example, and the audience that the client"
                                + " 'naysayer', with scope api://orders/.default gets them for,"
                                + " below 'client-credentials' (orders.auth.yaml:5)");
        assertThat(hint(BEARER, GIVEN, 401))
                .isEqualTo(
                        "check issuer, audience and lifetime of the token below 'token', as 'good' (orders.auth.yaml:5)");
        assertThat(hint(BASIC, ACCOUNT, 401))
                .isEqualTo("check 'user' and 'password' below 'account' (orders.auth.yaml:5)");
        assertThat(hint(BEARER, LOGIN, 401))
                .isEqualTo("check that the log-in succeeds, that 'token' is what the API asks for,"
                        + " and that no request has ended the session, below 'login' (orders.auth.yaml:5)");
        assertThat(hint(BASIC, GIVEN, 401))
                .isEqualTo("check the user name and password below 'token', as 'good' (orders.auth.yaml:5)");
        assertThat(hint(API_KEY, GIVEN, 401))
                .isEqualTo("check the key below 'token', as 'good' (orders.auth.yaml:5),"
                        + " and that it belongs into the header 'X-API-Key'");
    }

    @Test
    void a_source_that_has_only_captured_tokens_is_not_blamed() {
        Suite suite = suite(BEARER, List.of(CAPTURED, MINT), operation("GET", NOT_STATED));

        assertThat(new ControlHint(control(suite, 0), answered(401), null).nextStep())
                .contains("below 'mint'")
                .doesNotContain("'token'");
    }

    @Test
    void a_credential_that_lacks_a_right_leads_to_scopes_and_rights() {
        assertThat(hint(BEARER, MINT, 403))
                .isEqualTo("it is known and lacks a right, check scope and roles of the token;"
                        + " the suite names no 'scope' of the operation");
        assertThat(hint(BEARER, CLIENT, 403))
                .startsWith("it is known and lacks a right, check what the client 'naysayer', with scope");
        assertThat(hint(BASIC, ACCOUNT, 403))
                .isEqualTo("it is known and lacks a right, check what the account may do that stands below 'account'"
                        + " (orders.auth.yaml:5)");
        assertThat(hint(API_KEY, GIVEN, 403)).contains("what the key may do");
    }

    @Test
    void what_is_wrong_with_the_request_is_told_by_what_was_sent() {
        assertThat(hint(BEARER, MINT, 406))
                .isEqualTo("asked for was Accept: application/json;"
                        + " ask for what the API has, with 'accept' at the operation or the suite");
        assertThat(hint(BEARER, MINT, 415))
                .isEqualTo("sent was Content-Type: application/merge-patch+json;"
                        + " send what the API takes, with 'media-type' at the operation");
        assertThat(hint(BEARER, MINT, 405))
                .isEqualTo("the API has no GET here (Allow: HEAD, POST); check method and path");
        assertThat(hint(BEARER, MINT, 422))
                .isEqualTo("check path and body of the operation, or say 'control: 422' if that is its right answer");
        assertThat(hint(BEARER, MINT, 500)).isEqualTo("the API failed; its log says why");
        assertThat(hint(BEARER, MINT, 302))
                .startsWith("a redirect shows nothing of the credential")
                .contains("check");
    }

    @Test
    void only_a_status_is_proposed_that_a_request_gets_which_is_wrong_on_purpose() {
        Set<Integer> proposed = Set.of(400, 404, 409, 410, 412, 422, 428);

        assertThat(IntStream.range(200, 600))
                .allSatisfy(status -> assertThat(
                                PROPOSAL.matcher(hint(BEARER, MINT, status)).results())
                        .extracting(match -> match.group(1))
                        .isEqualTo(proposed.contains(status) ? List.of(String.valueOf(status)) : List.of()));
    }

    @Test
    void a_declared_status_that_did_not_come_is_told_with_what_that_can_mean() {
        Control declared = new Control(true, 400);

        assertThat(hint(BEARER, MINT, declared, 401))
                .startsWith("the suite says 'control: 400': either the credential is not let in, then check 'issuer'")
                .contains("or the API answers so a request that is wrong on purpose, which is its fault");
        assertThat(hint(BEARER, MINT, declared, 201))
                .startsWith("the suite says 'control: 400': the request was carried out;");
        assertThat(hint(BEARER, MINT, declared, 422))
                .isEqualTo("the suite says 'control: 400': check path and body of the operation,"
                        + " or say 'control: 422' if that is its right answer");
    }

    @Test
    void a_credential_that_gets_through_elsewhere_is_not_suspected() {
        Suite suite =
                suite(BEARER, List.of(MINT), operation("GET", NOT_STATED), operation("POST", new Control(true, 400)));

        assertThat(new ControlHint(control(suite, 1), answered(401), control(suite, 0)).nextStep())
                .startsWith(
                        "the same credential gets through at GET /orders: see which credential this operation asks for")
                .contains("a body that is not right")
                .doesNotContain("issuer");
        assertThat(new ControlHint(control(suite, 1), answered(415), control(suite, 0)).nextStep())
                .doesNotContain("the same credential");
    }

    @Test
    void a_server_that_wants_its_session_back_is_told_how_to_take_it() {
        Suite suite = suite(BEARER, List.of(MINT), operation("GET", NOT_STATED));

        assertThat(new ControlHint(
                                control(suite, 0),
                                answered(400, "Bad Request: Mcp-Session-Id header is required"),
                                null)
                        .nextStep())
                .isEqualTo("the server wants the header Mcp-Session-Id of an earlier answer:"
                        + " 'headers: {Mcp-Session-Id: {from: POST /mcp initialize}}' takes it from there");
    }

    @Test
    void no_secret_is_in_any_hint() {
        for (NamedSettings source : List.of(GIVEN, ACCOUNT)) {
            for (int status : List.of(302, 401, 403, 422)) {
                assertThat(hint(BASIC, source, status)).doesNotContain("secret", "anna");
            }
        }
    }

    private static String hint(NamedSettings scheme, NamedSettings source, int status) {
        return hint(scheme, source, NOT_STATED, status);
    }

    private static String hint(NamedSettings scheme, NamedSettings source, Control control, int status) {
        Suite suite = suite(scheme, List.of(source), operation("GET", control));
        return new ControlHint(control(suite, 0), answered(status), null).nextStep();
    }

    private static Transcript answered(int status) {
        return answered(status, "");
    }

    private static Transcript answered(int status, String body) {
        return new Transcript(
                "GET",
                "http://orders.example/orders",
                List.of(
                        new Header("accept", "application/json"),
                        new Header("Content-Type", "application/merge-patch+json")),
                null,
                status,
                List.of(new Header("Allow", "HEAD, POST")),
                body,
                null,
                false,
                false,
                null);
    }

    private static ContractCase control(Suite suite, int index) {
        return CasePlan.of(suite).stream()
                .filter(it -> it.scenario().equals("control"))
                .toList()
                .get(index);
    }

    private static Operation operation(String method, Control control) {
        String body = method.equals("POST") ? "{}" : null;
        return new Operation(
                AT,
                method,
                "/orders",
                Map.of(),
                List.of(),
                true,
                control,
                List.of(),
                Map.of(),
                body,
                Requirement.of("credential"));
    }

    private static Suite suite(NamedSettings scheme, List<NamedSettings> sources, Operation... operations) {
        return new Suite(
                "Orders API",
                AT,
                List.of(),
                null,
                Destinations.UNDECLARED,
                Suite.DEFAULT_LEEWAY,
                List.of(new CredentialDeclaration("credential", scheme, sources)),
                List.of(operations),
                Refusals.UNDECLARED,
                RuleChoices.UNDECLARED,
                List.of(),
                List.of(),
                null);
    }

    private static NamedSettings named(String name, String... keysAndValues) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            settings.put(keysAndValues[i], new Setting(AT, new Secret(keysAndValues[i + 1])));
        }
        return new NamedSettings(AT, name, settings);
    }
}
