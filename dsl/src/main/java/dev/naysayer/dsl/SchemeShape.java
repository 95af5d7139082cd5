package dev.naysayer.dsl;

import java.util.Map;

/**
 * What a suite may say of a scheme.
 *
 * @param settings the scheme's own keys
 * @param sources its token sources by name, with their keys
 */
public record SchemeShape(Shape settings, Map<String, Shape> sources) {}
