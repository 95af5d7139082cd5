package dev.naysayer.dsl.read;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * What one path parameter is, by whose object it leads to.
 *
 * @param at where the suite names the parameter
 * @param byOwner in the order of the suite's subjects; empty texts where a value is not known yet
 * @param absent of an object that is not there, or null
 */
record ObjectValues(
        ScalarNode at,
        Map<String, String> byOwner,
        @Nullable String absent) {}
