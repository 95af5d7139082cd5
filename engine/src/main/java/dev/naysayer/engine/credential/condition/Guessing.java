package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.Blueprint;
import dev.naysayer.engine.credential.ClientPair;
import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.credential.digest.DigestAnswer;
import dev.naysayer.engine.credential.digest.DigestChange;
import dev.naysayer.engine.standard.Clause;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be tried, one after the other.
 *
 * <p>That nobody is stopped is security advice, of clients too, although RFC 6749 section 2.3.1 has a MUST: a server may keep it by alerts
 * and by long secrets, which nobody sees from outside.
 */
@SuppressWarnings("ImmutableEnumChecker") // words, functions and clauses never change
public enum Guessing {
    /** A user's password (RFC 7617). */
    BASIC_PASSWORD(Trait.BASIC, ConditionGroup.BASIC, "password", "user", null) {
        @Override
        Blueprint wrong(Blueprint good, int number, boolean unknown) {
            return good.withText(text -> {
                Pair pair = Pair.of(text);
                Pair guessed = pair.withPassword(MadeUp.like(pair.password(), number));
                return (unknown ? guessed.withUser(MadeUp.like(pair.user())) : guessed).text();
            });
        }
    },
    /** A user's password that follows from a response (RFC 7616). */
    DIGEST_PASSWORD(Trait.DIGEST, ConditionGroup.DIGEST, "password", "user", null) {
        @Override
        Blueprint wrong(Blueprint good, int number, boolean unknown) {
            DigestChange guessed = DigestChange.ofFacts(it -> new DigestAnswer(
                    it.challenge(),
                    unknown ? MadeUp.like(it.user()) : it.user(),
                    new Secret(MadeUp.like(it.password().reveal(), number)),
                    it.method(),
                    it.uri(),
                    it.body(),
                    it.nc(),
                    it.cnonce()));
            return good.withCarriage(shown -> DigestInfo.replying(shown, reply -> reply.with(guessed)));
        }
    },
    /** A client's secret (RFC 6749 section 2.3.1). */
    CLIENT_SECRET(Trait.CLIENT, ConditionGroup.CLIENT, "secret", "client", securityAdvice(rfc(6749, "2.3.1"))) {
        @Override
        Blueprint wrong(Blueprint good, int number, boolean unknown) {
            return good.withText(text -> {
                ClientPair pair = ClientPair.of(new Secret(text));
                ClientPair guessed = pair.withSecret(MadeUp.like(pair.secret(), number));
                return (unknown ? guessed.withId(MadeUp.like(pair.id())) : guessed).text();
            });
        }
    },
    /** A key, which belongs to nobody as long as it is wrong. */
    KEY(Trait.API_KEY, ConditionGroup.API_KEY, "key", "", null) {
        @Override
        Blueprint wrong(Blueprint good, int number, boolean unknown) {
            return good.withText(MadeUp.text(number));
        }
    };

    private final Trait trait;
    private final ConditionGroup group;
    private final String what;
    private final String whose;
    private final @Nullable Clause clause;

    Guessing(Trait trait, ConditionGroup group, String what, String whose, @Nullable Clause clause) {
        this.trait = trait;
        this.group = group;
        this.what = what;
        this.whose = whose;
        this.clause = clause;
    }

    /** What of a scheme like this can be tried; empty where nothing can. */
    public static Optional<Guessing> of(Set<Trait> scheme) {
        return Arrays.stream(values()).filter(it -> scheme.contains(it.trait)).findFirst();
    }

    /** {@code password}. */
    public String what() {
        return what;
    }

    /** Whether a wrong one says whose it is, so that there are known ones and unknown ones. */
    public boolean namesSomebody() {
        return !whose.isEmpty();
    }

    /** What an API breaks that stops nobody; null where that is what the rule names. */
    public @Nullable Clause clause() {
        return clause;
    }

    ConditionGroup group() {
        return group;
    }

    /** {@code user}; of what names nobody, what it is itself. */
    String whose() {
        return namesSomebody() ? whose : what;
    }

    /**
     * A wrong one.
     *
     * @param number which one, from 1
     * @param unknown whether it is tried of somebody whom nobody knows
     */
    abstract Blueprint wrong(Blueprint good, int number, boolean unknown);
}
