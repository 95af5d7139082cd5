package dev.naysayer.engine.evidence;

/**
 * One parameter of a challenge (RFC 9110 section 11.2).
 *
 * @param name as it was sent; compare it without regard to case
 * @param value what it says, without quotes and with quoted pairs undone
 * @param quoted whether it was sent as a quoted string, since some parameters allow only one of the two forms
 */
public record AuthParam(String name, String value, boolean quoted) {}
