package dev.naysayer.engine.credential.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.dsl.LoginNeed;
import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.engine.credential.Blueprint;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.Credentials;
import dev.naysayer.engine.credential.Presented;
import dev.naysayer.engine.credential.Presents;
import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.credential.TokenSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The list of token sources: what suites may say of each, and how several work together. */
class TokenSourcesTest {

    static List<TokenSource> sources() {
        return TokenSources.ALL;
    }

    @Test
    void every_source_has_a_name_of_its_own_and_is_found_by_it() {
        assertThat(TokenSources.ALL).extracting(TokenSource::name).doesNotHaveDuplicates();
        assertThat(TokenSources.ALL).allMatch(source -> TokenSources.named(source.name()) == source);
    }

    @Test
    void the_sources_of_a_bearer_token_are_those_that_suites_may_name() {
        assertThat(Objects.requireNonNull(Credentials.vocabulary().schemes().get("bearer"))
                        .sources())
                .containsOnlyKeys("mint", "client-credentials", "login", "token", "wfc");
    }

    @Test
    void each_condition_takes_the_first_source_that_can_make_its_token() throws Exception {
        String good = UUID.randomUUID().toString();
        NamedSettings token = Declared.source("token", "good", good);
        NamedSettings mint = Declared.source(
                "mint",
                "issuer",
                "https://issuer.example",
                "audience",
                "https://orders.example",
                "key",
                TrialKeys.symmetricJwk(32));
        CredentialDeclaration declared = new CredentialDeclaration(Declared.source("bearer"), List.of(token, mint));
        Presents presents = Presents.only(declared);
        Credentials credentials = Credentials.open(List.of(declared), new TrialContext().context());
        Blueprint blueprint = Blueprint.good("valid", List.of("orders:read"));

        assertThat(sent(credentials.present(presents, blueprint))).isEqualTo("Bearer " + good);
        assertThat(sent(credentials.present(presents, blueprint.withNeed(TokenNeed.Kind.EXPIRED))))
                .startsWith("Bearer eyJ");
        assertThat(credentials.present(
                        presents,
                        new Blueprint(
                                "revoked-token",
                                List.of(),
                                LoginNeed.NONE,
                                TokenNeed.Kind.REVOKED,
                                blueprint.text(),
                                blueprint.carriage())))
                .isEqualTo(new Presented.Unobtainable(
                        "no token was given for 'revoked-token';"
                                + " a token that was minted here is known to no issuer who could revoke it",
                        "it below 'token': 'revoked-token: ${…}', or 'client-credentials' with a revocation endpoint"));
    }

    private static String sent(Presented presented) {
        Credential credential = ((Presented.Ready) presented).credential();
        return credential.fields().get(0).value().reveal();
    }
}
