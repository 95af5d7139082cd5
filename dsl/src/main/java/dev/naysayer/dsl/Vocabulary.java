package dev.naysayer.dsl;

import java.util.Map;
import java.util.Set;

/**
 * The names a suite may use: given to the reader, because the things themselves live to the right of it.
 *
 * @param conditions what may stand under {@code scenarios}
 * @param control the condition of the good credential, which every operation has without naming it
 * @param sources per scheme name, its token sources and their keys
 */
public record Vocabulary(Set<String> conditions, String control, Map<String, Map<String, Shape>> sources) {}
