package dev.naysayer.engine.credential.scheme;

import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.format.Form;
import dev.naysayer.engine.credential.AuthScheme;
import dev.naysayer.engine.credential.Presentation;
import dev.naysayer.engine.credential.Trait;
import java.util.EnumSet;
import java.util.Set;

/** {@code Authorization: Bearer <token>} (RFC 6750 section 2.1). */
final class Bearer implements AuthScheme {

    private static final String NAME = "Bearer";

    @Override
    public String name() {
        return "bearer";
    }

    @Override
    public Form form() {
        return Form.of("`bearer`");
    }

    @Override
    public Set<Trait> traits(NamedSettings declaration) {
        return EnumSet.of(Trait.ANY, Trait.AUTHORIZATION, Trait.HEADER, Trait.BEARER);
    }

    @Override
    public String challengeScheme() {
        return NAME;
    }

    @Override
    public Presentation present(NamedSettings declaration, Secret credential) {
        return new Presentation(Presentation.Place.HEADER, "Authorization", NAME, credential);
    }
}
