package dev.naysayer.engine.credential.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.NamedSettings.Setting;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.AuthScheme;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.Credential.Part;
import dev.naysayer.engine.credential.Presentation;
import dev.naysayer.engine.credential.RequestForm;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.credential.UnusableSource;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Each scheme says what it is like, refuses keys that it cannot work with, and shows a credential its own way. */
class AuthSchemesTest {

    static final List<AuthScheme> SCHEMES = AuthSchemes.ALL;

    private static final Secret KEY = new Secret(UUID.randomUUID().toString());

    @Test
    void bearer_and_basic_travel_in_Authorization() {
        assertThat(traits("bearer")).containsExactly(Trait.ANY, Trait.AUTHORIZATION, Trait.BEARER, Trait.HEADER);
        assertThat(traits("basic")).containsExactly(Trait.ANY, Trait.AUTHORIZATION, Trait.BASIC, Trait.HEADER);
    }

    @Test
    void a_token_against_forged_requests_stands_in_a_field_of_the_form_behind_what_the_operation_has_there() {
        Credential shown = AuthSchemes.named("csrf")
                .present(declaration("csrf", "field", "_csrf", "cookie", "csrftoken"), KEY)
                .declared();
        Credential.Content sent =
                shown.formed(RequestForm.read("name=Bo", "name=Bo")).content();

        assertThat(sent).isNotNull();
        assertThat(sent.text().reveal()).isEqualTo("name=Bo&_csrf=" + KEY.reveal());
        assertThat(shown.fields()).containsExactly(new Part("Cookie", new Secret("csrftoken=" + KEY.reveal())));
        assertThat(shown.secrets()).contains(KEY);
    }

    @Test
    void a_token_in_two_places_is_told_at_the_second() {
        UnusableSource problem = catchThrowableOfType(
                UnusableSource.class,
                () -> AuthSchemes.named("csrf").check(declaration("csrf", "header", "X-XSRF-TOKEN", "field", "_csrf")));

        assertThat(problem).hasMessage("a token travels in one place, and this is a second one");
        assertThat(problem.at().line()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({"header, HEADER", "query, QUERY", "cookie, COOKIE"})
    void an_api_key_travels_where_the_suite_says(String place, Trait trait) throws UnusableSource {
        NamedSettings declaration = declaration("api-key", place, "key");

        AuthSchemes.named("api-key").check(declaration);

        assertThat(AuthSchemes.named("api-key").traits(declaration)).containsExactly(Trait.ANY, Trait.API_KEY, trait);
    }

    @ParameterizedTest
    @FieldSource("SCHEMES")
    void a_scheme_can_be_asked_before_a_suite_says_anything(AuthScheme scheme) {
        assertThat(traits(scheme.name()).contains(Trait.ANY)).isEqualTo(!scheme.guards());
        assertThat(scheme.form().required()).isEmpty();
        assertThat(scheme.form().secrets()).isEmpty();
    }

    @Test
    void keys_cookies_and_clients_have_no_registered_auth_scheme() {
        assertThat(SCHEMES)
                .extracting(AuthScheme::name, AuthScheme::challengeScheme)
                .containsExactly(
                        tuple("bearer", "Bearer"),
                        tuple("api-key", null),
                        tuple("basic", "Basic"),
                        tuple("digest", "Digest"),
                        tuple("session", null),
                        tuple("csrf", null),
                        tuple("client", null));
    }

    @Test
    void a_session_is_shown_in_its_cookie() {
        assertThat(lines(declaration("session", "cookie", "SESSION")))
                .containsExactly("Cookie: SESSION=" + KEY.reveal());
    }

    @Test
    void a_token_against_forged_requests_is_shown_in_its_header_and_where_the_api_compares_them_in_a_cookie() {
        assertThat(lines(declaration("csrf", "header", "X-XSRF-TOKEN", "cookie", "XSRF-TOKEN")))
                .containsExactly("X-XSRF-TOKEN: " + KEY.reveal(), "Cookie: XSRF-TOKEN=" + KEY.reveal());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "session |        |          | 'session' does not say which cookie it is",
                "session | cookie | a b      | 'cookie' is no name that can be sent",
                "csrf    |        |          | 'csrf' does not say where its token travels",
                "csrf    | field  | ä        | 'field' is no name that can be sent",
                "csrf    | header | X-T: b   | 'header' is no name that can be sent",
                "csrf    | header | X-T (b)  | 'header' is no name that can be sent",
                "client  | authentication | private_key_jwt | a client cannot authenticate like this here",
            })
    void a_place_or_a_way_that_is_none_is_told(
            String scheme, @Nullable String key, @Nullable String name, String message) {
        NamedSettings declared = key == null ? declaration(scheme) : declaration(scheme, key, String.valueOf(name));

        assertThat(catchThrowableOfType(
                        UnusableSource.class, () -> AuthSchemes.named(scheme).check(declared)))
                .hasMessage(message);
    }

    @Test
    void an_api_key_is_shown_in_its_header() {
        assertThat(lines(declaration("api-key", "header", "X-API-Key"))).containsExactly("X-API-Key: " + KEY.reveal());
    }

    @Test
    void a_prefix_stands_before_the_key_with_a_blank() throws UnusableSource {
        NamedSettings declaration = declaration("api-key", "header", "Authorization", "prefix", "ApiKey");

        AuthSchemes.named("api-key").check(declaration);

        assertThat(lines(declaration)).containsExactly("Authorization: ApiKey " + KEY.reveal());
    }

    @Test
    void an_api_key_is_shown_in_its_query_parameter() {
        Credential credential = AuthSchemes.named("api-key")
                .present(declaration("api-key", "query", "key"), KEY)
                .declared();

        assertThat(credential.query()).containsExactly(new Part("key", KEY));
        assertThat(credential.fields()).isEmpty();
    }

    @Test
    void an_api_key_is_shown_in_its_cookie() {
        assertThat(lines(declaration("api-key", "cookie", "key"))).containsExactly("Cookie: key=" + KEY.reveal());
    }

    @Test
    void user_name_and_password_are_shown_as_base64_of_utf_8_and_all_three_are_secret() {
        String password = "pä:" + KEY.reveal();
        Secret pair = new Secret("user:" + password);
        Secret encoded =
                new Secret(Base64.getEncoder().encodeToString(pair.reveal().getBytes(StandardCharsets.UTF_8)));

        Presentation presentation = AuthSchemes.named("basic").present(declaration("basic"), pair);

        assertThat(presentation.declared().fields())
                .containsExactly(new Part("Authorization", new Secret("Basic " + encoded.reveal())));
        assertThat(presentation.declared().secrets()).containsExactlyInAnyOrder(pair, encoded, new Secret(password));
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "header | X API Key | 5:5: 'header' is no name that can be sent, write a field name: header: X-API-Key",
                "cookie | a;b | 5:5: 'cookie' is no name that can be sent, write a cookie name: cookie: api_key",
                "query | a b | 5:5: 'query' is no name that can be sent, write a parameter name: query: api_key",
            })
    void a_name_that_cannot_be_sent_is_a_problem(String place, String name, String problem) {
        assertThat(problem(declaration("api-key", place, name))).isEqualTo("orders.auth.yaml:" + problem);
    }

    @Test
    void a_key_without_a_place_is_a_problem_at_the_scheme() {
        assertThat(problem(declaration("api-key")))
                .isEqualTo("orders.auth.yaml:4:3: 'api-key' does not say where the key travels,"
                        + " add 'header', 'query' or 'cookie' with the name that carries it");
    }

    @Test
    void a_second_place_is_a_problem_where_it_stands() {
        assertThat(problem(declaration("api-key", "query", "key", "header", "X-API-Key")))
                .isEqualTo("orders.auth.yaml:6:5: a key travels in one place, and this is a second one,"
                        + " keep one of 'header', 'query' and 'cookie'");
    }

    @Test
    void a_prefix_is_one_word_in_a_header() {
        assertThat(problem(declaration("api-key", "query", "key", "prefix", "ApiKey")))
                .isEqualTo("orders.auth.yaml:6:5: 'prefix' stands before a key in a header, and this key travels"
                        + " elsewhere, leave 'prefix' out");
        assertThat(problem(declaration("api-key", "header", "X-API-Key", "prefix", "Api Key")))
                .isEqualTo("orders.auth.yaml:6:5: 'prefix' is no name that can be sent,"
                        + " write one word: prefix: ApiKey");
        assertThat(problem(declaration("api-key", "header", "Authorization", "prefix", "BEARER")))
                .isEqualTo("orders.auth.yaml:6:5: what stands behind this prefix is no API key,"
                        + " declare the scheme 'bearer' in place of 'api-key'");
    }

    private static Set<Trait> traits(String scheme) {
        return AuthSchemes.named(scheme).traits(declaration(scheme));
    }

    private static List<String> lines(NamedSettings declaration) {
        return AuthSchemes.named(declaration.name()).present(declaration, KEY).declared().fields().stream()
                .map(part -> part.name() + ": " + part.value().reveal())
                .toList();
    }

    private static String problem(NamedSettings declaration) {
        UnusableSource problem = catchThrowableOfType(
                UnusableSource.class, () -> AuthSchemes.named("api-key").check(declaration));
        return "%s: %s, %s".formatted(problem.at(), problem.getMessage(), problem.nextStep());
    }

    /** Each key stands on a line of its own, the first on line 5. */
    private static NamedSettings declaration(String scheme, String... keysAndValues) {
        Map<String, Setting> settings = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            Position at = new Position("orders.auth.yaml", 5 + i / 2, 5);
            settings.put(keysAndValues[i], new Setting(at, new Secret(keysAndValues[i + 1])));
        }
        return new NamedSettings(new Position("orders.auth.yaml", 4, 3), scheme, Map.copyOf(settings));
    }
}
