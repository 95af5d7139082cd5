package dev.naysayer.engine.credential.scheme;

import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.format.Form;
import dev.naysayer.engine.credential.AuthScheme;
import dev.naysayer.engine.credential.BasicPair;
import dev.naysayer.engine.credential.Presentation;
import dev.naysayer.engine.credential.Trait;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** {@code Authorization: Basic <base64 of user:password>} (RFC 7617 section 2). */
final class Basic implements AuthScheme {

    private static final String NAME = "Basic";

    @Override
    public String name() {
        return "basic";
    }

    @Override
    public Form form() {
        return Form.of("`basic`");
    }

    @Override
    public Set<Trait> traits(NamedSettings declaration) {
        return EnumSet.of(Trait.ANY, Trait.AUTHORIZATION, Trait.HEADER, Trait.BASIC);
    }

    @Override
    public String challengeScheme() {
        return NAME;
    }

    /** In UTF-8, which is what a server that says anything of it asks for (RFC 7617 section 2.1). */
    @Override
    public Presentation present(NamedSettings declaration, Secret credential) {
        String pair = credential.reveal();
        Secret encoded = BasicPair.encoded(pair);
        List<Secret> secrets = new ArrayList<>(List.of(encoded));
        int password = pair.indexOf(':') + 1;
        // A user name is no secret: what has no password, or is none, an answer may repeat.
        if (password > 0 && password < pair.length()) {
            secrets.add(credential);
            secrets.add(new Secret(pair.substring(password)));
        }
        return new Presentation(Presentation.Place.HEADER, "Authorization", NAME, encoded, secrets);
    }
}
