package dev.naysayer.engine.credential.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.format.Form;
import dev.naysayer.dsl.format.Format;
import dev.naysayer.dsl.source.Misnomers;
import dev.naysayer.engine.credential.AuthScheme;
import dev.naysayer.engine.credential.TokenSource;
import dev.naysayer.engine.credential.scheme.AuthSchemes;
import dev.naysayer.engine.credential.source.TokenSources;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MisnomersTest {

    /** A condition that is called otherwise one day must not be suggested by its old name. */
    @Test
    void what_is_meant_is_there() {
        Set<String> names = new HashSet<>();
        Stream.of(
                        Format.FORMS.stream(),
                        AuthSchemes.ALL.stream().map(AuthScheme::form),
                        TokenSources.ALL.stream().map(TokenSource::form))
                .flatMap(forms -> forms)
                .map(Form::names)
                .forEach(names::addAll);
        AuthSchemes.ALL.forEach(scheme -> names.add(scheme.name()));
        TokenSources.ALL.forEach(source -> names.add(source.name()));
        CredentialConditions.ALL.forEach(condition -> names.add(condition.info().name()));

        assertThat(Misnomers.all().values())
                .allSatisfy(meant -> assertThat(names).containsAll(meant));
    }

    @Test
    void no_condition_is_one() {
        assertThat(CredentialConditions.ALL)
                .extracting(condition -> condition.info().name())
                .doesNotContainAnyElementsOf(Misnomers.all().keySet());
    }
}
