package dev.naysayer.dsl;

/** What a header, a parameter of a challenge or a member of a body has to be. */
public sealed interface Match {

    /** It is there, whatever it says. */
    record Present() implements Match {}

    /** It is not there. */
    record Absent() implements Match {}

    /**
     * It is this.
     *
     * @param value the text; of a member of a body, JSON
     */
    record Equal(String value) implements Match {}

    /** Its text matches. */
    record Matching(TextPattern pattern) implements Match {}

    /** It is what this header of the request said. */
    record Echo(String header) implements Match {}
}
