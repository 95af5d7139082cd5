/** The endpoints of an authorization server: one that is right, a freer one, and what is wrong with others. */
@NullMarked
package dev.naysayer.examples.endpoints;

import org.jspecify.annotations.NullMarked;
