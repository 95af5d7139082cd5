package dev.naysayer.examples.clinic;

/** What an operation asks of whoever calls it. */
enum Right {
    /** Nothing: not even who they are. */
    NONE,
    READ_RECORD,
    WRITE_NOTE,
    READ_AUDIT
}
