/** A GraphQL API of staff: right in both of its media types, and with flaws. */
@NullMarked
package dev.naysayer.examples.graphql;

import org.jspecify.annotations.NullMarked;
