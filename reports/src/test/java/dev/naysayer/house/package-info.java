/** The rules of the house, as tests. */
@NullMarked
package dev.naysayer.house;

import org.jspecify.annotations.NullMarked;
