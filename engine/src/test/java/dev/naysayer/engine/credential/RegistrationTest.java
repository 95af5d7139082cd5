package dev.naysayer.engine.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.NamedSettings.Setting;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which client a suite has, and whether what is said of it fits together. */
class RegistrationTest {

    private static final Position AT = new Position("server.auth.yaml", 5, 7);

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            quoteCharacter = '"',
            value = {
                "client_secret_basic | client-id=a                                             | there is no 'client-secret'",
                "-                   | client-id=a                                             | there is no 'client-secret'",
                "client_secret_post  | client-id=a client-secret=s other-client-id=b           | there is no 'other-client-secret'",
                "none                | client-id=a client-secret=s                             | 'authentication: none' is a client without a secret",
                "none                | client-id=a other-client-id=b other-client-secret=s     | 'authentication: none' is a client without a secret",
                "-                   | client-id=a client-secret=s other-client-secret=t       | nobody knows whose secret this is",
                "none                | client-id=a other-client-id=a                           | the second client is the first one",
            })
    void what_does_not_fit_together_is_told(@Nullable String authentication, String settings, String problem) {
        assertThatThrownBy(() -> open(authentication, settings))
                .isInstanceOf(UnusableSource.class)
                .hasMessage(problem);
    }

    @Test
    void a_client_without_a_secret_says_its_name_in_the_form_and_nothing_else() throws UnusableSource {
        Credential credential = good("none", "client-id=a", TokenNeed.Kind.GOOD);

        assertThat(credential.fields()).isEmpty();
        assertThat(credential.secrets()).isEmpty();
        assertThat(form(credential)).isEqualTo("client_id=a");
    }

    @Test
    void a_second_client_is_presented_as_the_first_one_is() throws UnusableSource {
        String settings = "client-id=a client-secret=s other-client-id=b other-client-secret=t";

        assertThat(form(good("client_secret_post", settings, TokenNeed.Kind.OTHER_CLIENT)))
                .isEqualTo("client_id=b&client_secret=t");
        assertThat(form(good("none", "client-id=a other-client-id=b", TokenNeed.Kind.OTHER_CLIENT)))
                .isEqualTo("client_id=b");
    }

    @Test
    void without_a_second_client_it_is_said_what_to_add() throws UnusableSource {
        assertThat(present("none", "client-id=a", TokenNeed.Kind.OTHER_CLIENT))
                .isEqualTo(new Presented.Unobtainable(
                        "no second client is known",
                        "one below 'registration': 'other-client-id' and 'other-client-secret'"));
    }

    private static Credential good(String authentication, String settings, TokenNeed need) throws UnusableSource {
        return ((Presented.Ready) present(authentication, settings, need)).credential();
    }

    private static Presented present(String authentication, String settings, TokenNeed need) throws UnusableSource {
        CredentialDeclaration declared = declaration(authentication, settings);
        return Credentials.open(List.of(declared), SourceContext.UNCONNECTED)
                .present(Presents.only(declared), Blueprint.good("x", List.of()).withNeed(need));
    }

    private static void open(@Nullable String authentication, String settings) throws UnusableSource {
        var unused = Credentials.open(List.of(declaration(authentication, settings)), SourceContext.UNCONNECTED);
    }

    private static String form(Credential credential) {
        return credential.form().of(RequestForm.read("", "")).shown(part -> false, "");
    }

    private static CredentialDeclaration declaration(@Nullable String authentication, String settings) {
        Map<String, Setting> scheme =
                authentication == null ? Map.of() : Map.of("authentication", setting(authentication));
        Map<String, Setting> source = new LinkedHashMap<>();
        for (String pair : settings.strip().split(" ", -1)) {
            String[] parts = pair.split("=", 2);
            source.put(parts[0], setting(parts[1]));
        }
        return new CredentialDeclaration(
                "client",
                new NamedSettings(AT, "client", scheme),
                List.of(new NamedSettings(AT, "registration", source)));
    }

    private static Setting setting(String text) {
        return new Setting(AT, new Secret(text));
    }
}
