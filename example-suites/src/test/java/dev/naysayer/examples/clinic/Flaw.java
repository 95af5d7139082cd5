package dev.naysayer.examples.clinic;

/** One thing that is wrong with a clinic's API. */
enum Flaw {
    /** It is as it ought to be. */
    NONE,
    /** It says of others' records that they are there, and hides an operation that everybody knows of. */
    STATUSES_SWAPPED,
    /** It hides others' records behind a 404 that says whose they are. */
    HIDING_TELLS,
    /** Whoever is a nurse may: nobody asks of which clinic. */
    CLINIC_NEVER_ASKED,
    /** The record is looked up by its number alone where one writes, if one works in the south. */
    SOUTH_WRITES_EVERYWHERE,
    /** The gateway was taken away, and nobody behind it looks at its key. */
    KEY_NEVER_LOOKED_AT
}
