package dev.naysayer.dsl;

import org.jspecify.annotations.Nullable;

/**
 * What every refusal of the suite has in common.
 *
 * @param schema the JSON Schema its body must match, or null
 * @param mediaType the media type its body must have, or null
 * @param resourceFirst whether the API may say that there is no such thing before it asks who wants it
 */
public record Refusals(
        @Nullable BodySchema schema, @Nullable String mediaType, boolean resourceFirst) {

    /** Of a suite that says nothing of refusals. */
    public static final Refusals UNDECLARED = new Refusals(null, null, false);
}
