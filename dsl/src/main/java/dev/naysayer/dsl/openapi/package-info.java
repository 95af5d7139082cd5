/** OpenAPI documents as a source of operations: what they say, and where. */
@NullMarked
package dev.naysayer.dsl.openapi;

import org.jspecify.annotations.NullMarked;
