/** JSON Schemas of bodies, checked and compiled once. */
@NullMarked
package dev.naysayer.dsl.schema;

import org.jspecify.annotations.NullMarked;
