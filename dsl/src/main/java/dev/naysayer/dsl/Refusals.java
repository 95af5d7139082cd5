package dev.naysayer.dsl;

import org.jspecify.annotations.Nullable;

/**
 * What every refusal of the suite has in common.
 *
 * @param schema the JSON Schema its body must match, or null
 * @param mediaType the media type its body must have, or null
 */
public record Refusals(
        @Nullable BodySchema schema, @Nullable String mediaType) {

    static final Refusals UNDECLARED = new Refusals(null, null);
}
