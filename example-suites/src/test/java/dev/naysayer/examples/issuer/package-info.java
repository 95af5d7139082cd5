/** Stands in for the identity provider that the example APIs trust. */
@NullMarked
package dev.naysayer.examples.issuer;

import org.jspecify.annotations.NullMarked;
