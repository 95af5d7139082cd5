/** An API on Spring Security that asks for a strong and fresh login where money moves (RFC 9470). */
@NullMarked
package dev.naysayer.examples.bank;

import org.jspecify.annotations.NullMarked;
