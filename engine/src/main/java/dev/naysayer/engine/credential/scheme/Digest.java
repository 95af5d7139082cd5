package dev.naysayer.engine.credential.scheme;

import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.format.Form;
import dev.naysayer.dsl.format.Key;
import dev.naysayer.engine.credential.AuthScheme;
import dev.naysayer.engine.credential.Presentation;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.credential.UnusableSource;
import dev.naysayer.engine.credential.digest.DigestReply;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** {@code Authorization: Digest username="…", response="…"}, in answer to a challenge (RFC 7616 section 3.4). */
final class Digest implements AuthScheme {

    private static final String NAME = "Digest";

    private static final String LIFETIME = "nonce-lifetime";

    private static final int LONGEST = 600;

    @Override
    public String name() {
        return "digest";
    }

    @Override
    public Form form() {
        return Form.of(
                "`digest`",
                Key.text(
                                LIFETIME,
                                "how many seconds a nonce of the API holds, 1 to 600; `digest-stale-nonce` waits as long")
                        .otherwise("`digest-stale-nonce` is not sent")
                        .like("60"));
    }

    @Override
    public Set<Trait> traits(NamedSettings declaration) {
        return EnumSet.of(Trait.ANY, Trait.AUTHORIZATION, Trait.HEADER, Trait.DIGEST);
    }

    @Override
    public String challengeScheme() {
        return NAME;
    }

    @Override
    public void check(NamedSettings declaration) throws UnusableSource {
        if (declaration.text(LIFETIME) != null && lifetime(declaration) == 0) {
            throw new UnusableSource(
                    declaration.get(LIFETIME).at(),
                    "'nonce-lifetime' is no whole number of seconds from 1 to 600",
                    "write how long the API takes a nonce, or leave it out: nonce-lifetime: 60");
        }
    }

    /** 0 for what is none. */
    private static int lifetime(NamedSettings declaration) {
        String text = Objects.requireNonNullElse(declaration.text(LIFETIME), "");
        int seconds = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        return seconds <= LONGEST ? seconds : 0;
    }

    /** Of a text without colon all is the user name; of an empty one there is nothing to answer with. */
    @Override
    public Presentation present(NamedSettings declaration, Secret credential) {
        String pair = credential.reveal();
        if (pair.isEmpty()) {
            return new Presentation(Presentation.Place.HEADER, "Authorization", NAME, credential);
        }
        int colon = pair.indexOf(':');
        String user = colon < 0 ? pair : pair.substring(0, colon);
        Secret password = new Secret(colon < 0 ? "" : pair.substring(colon + 1));
        DigestReply reply = DigestReply.of(user, password, lifetime(declaration));
        // A user name is no secret, and stands in the answer as it is.
        List<Secret> secrets = List.of(credential, password);
        return new Presentation(
                Presentation.Place.HEADER,
                "Authorization",
                NAME,
                new Secret(reply.mark()),
                secrets,
                List.of(),
                null,
                reply);
    }
}
