package dev.naysayer.engine.credential;

import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.format.Form;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One way for a credential to travel. */
public interface AuthScheme {

    /** The scheme's name in YAML, {@code bearer}. */
    String name();

    /** Which keys of its own a suite gives it. */
    Form form();

    /** What it is like in this suite; {@link Trait#ANY} is among it, but of what {@linkplain #guards guards} alone. */
    Set<Trait> traits(NamedSettings declaration);

    /** The auth-scheme of its challenges (RFC 9110 section 11.1), {@code Bearer}; null where none is registered. */
    @Nullable
    String challengeScheme();

    /** Whether it proves nobody's identity and stands beside what does, at methods that are not safe (RFC 9110 section 9.2.1). */
    default boolean guards() {
        return false;
    }

    /** What is wrong with its own keys; nothing, for a scheme whose form says all there is to say. */
    default void check(NamedSettings declaration) throws UnusableSource {}

    /** What is wrong with a source for it, where that depends on its own keys. */
    default void check(NamedSettings declaration, NamedSettings source) throws UnusableSource {}

    /** Shows a credential the way this suite declares it. */
    Presentation present(NamedSettings declaration, Secret credential);
}
