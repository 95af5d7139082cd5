package dev.naysayer.examples.bank;

/** A way in which a bank's API asks for a stronger login: some are right, the others have one thing wrong. */
enum Way {
    /** One challenge tells all that is missing. */
    TELLS_ALL(true),
    /** The scope is looked at first, and told alone. */
    SCOPE_FIRST(true),
    /** Of a login that is a second too old nothing is forgiven. */
    NO_LEEWAY(true),
    /** Either of two classes is enough, and the challenge names both. */
    TWO_CLASSES(true),
    /** Only the login is told; whoever brings it learns of the scope. */
    LOGIN_ALONE(false),
    /** Nobody looks at the login. */
    LOGIN_NEVER_CHECKED(false),
    /** A claim that is missing is passed over. */
    MISSING_IS_ENOUGH(false),
    /** The class is looked at, and not how long ago it was. */
    AGE_NEVER_CHECKED(false),
    /** A login of two minutes ago is too old, and the challenge says five. */
    SHORTER_THAN_TOLD(false),
    /** A login of ten minutes ago is let in, and the challenge says five. */
    LONGER_THAN_TOLD(false),
    /** The challenge names a class that the check does not know. */
    OTHER_CLASS_TOLD(false),
    /** The challenge names two classes, and the check knows the first. */
    SECOND_CLASS_UNKNOWN(false),
    /** The challenge names a scope beside the login, and the check looks for another one. */
    OTHER_SCOPE_TOLD(false),
    /** It says of the token that it is bad. */
    TAKEN_FOR_BAD_TOKEN(false),
    /** It says that the user may not. */
    FORBIDDEN(false);

    private final boolean right;

    Way(boolean right) {
        this.right = right;
    }

    boolean isRight() {
        return right;
    }
}
