package dev.naysayer.dsl;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which of a suite's credentials an operation asks for, as OpenAPI's {@code security} says it.
 *
 * @param alternatives any of them opens the operation; at least one
 */
public record Requirement(List<Alternative> alternatives) {

    private static final String AND = " and ";

    /** What a suite writes where nobody needs a credential. */
    public static final String NOTHING = "none";

    /** A public operation's: nobody needs a credential. */
    public static final Requirement NONE = new Requirement(List.of(Alternative.NOTHING));

    /**
     * Credentials that open an operation together.
     *
     * @param credentials their names; none where the operation is open without any
     */
    public record Alternative(List<String> credentials) {

        /** None is needed. */
        public static final Alternative NOTHING = new Alternative(List.of());

        public Alternative {
            credentials = List.copyOf(credentials);
        }

        /** Whether none is needed. */
        public boolean isNothing() {
            return credentials.isEmpty();
        }

        /** The others of them. */
        public List<String> beside(String credential) {
            return credentials.stream().filter(name -> !name.equals(credential)).toList();
        }

        /** What it presents, in words: {@code token and gateway-key}, or {@code none}. */
        public String words() {
            return isNothing() ? Requirement.NOTHING : String.join(AND, credentials);
        }

        /** Whether whoever has this one has the other, too. */
        public boolean includes(Alternative other) {
            return credentials.containsAll(other.credentials);
        }
    }

    public Requirement {
        alternatives = List.copyOf(alternatives);
    }

    /** One credential, and no other way in. */
    public static Requirement of(String credential) {
        return new Requirement(List.of(new Alternative(List.of(credential))));
    }

    /** The same without some of the credentials, by their names. */
    public Requirement without(Predicate<String> some) {
        return new Requirement(alternatives.stream()
                .map(it -> new Alternative(
                        it.credentials().stream().filter(some.negate()).toList()))
                .distinct()
                .toList());
    }

    /** Whether nobody needs a credential, and none makes a difference. */
    public boolean isPublic() {
        return alternatives.stream().allMatch(Alternative::isNothing);
    }

    /** Whether nobody needs a credential, and one may make a difference. */
    public boolean isOptional() {
        return !isPublic() && alternatives.contains(Alternative.NOTHING);
    }

    /**
     * What each credential of each alternative is called where there are several; none where the operation asks for one only.
     *
     * <p>A credential that stands in several alternatives is told apart by those beside it: {@code token beside gateway-key}.
     */
    public Stream<String> names() {
        return credentials().distinct().count() < 2
                ? Stream.of()
                : alternatives.stream().flatMap(it -> it.credentials().stream().map(name -> name(it, name)));
    }

    /** The same of one of them; empty where the operation asks for one only. */
    public String name(Alternative alternative, String credential) {
        if (credentials().distinct().count() < 2) {
            return "";
        }
        boolean once = credentials().filter(credential::equals).count() == 1;
        return once
                ? credential
                : "%s beside %s".formatted(credential, String.join(AND, alternative.beside(credential)));
    }

    /** What an alternative is called where there are several; empty where there is one only. */
    public String name(Alternative alternative) {
        return alternatives.size() == 1 ? "" : alternative.words();
    }

    /** The names of all credentials of all alternatives; one that stands in several comes several times. */
    public Stream<String> credentials() {
        return alternatives.stream().flatMap(alternative -> alternative.credentials().stream());
    }
}
