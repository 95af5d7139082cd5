package dev.naysayer.engine.exchange;

/** One field line, name and value as they stood on the wire. */
public record Header(String name, String value) {}
