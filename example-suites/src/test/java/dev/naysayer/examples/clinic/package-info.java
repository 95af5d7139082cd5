/** Two clinics share an API: subjects, objects that belong to them, and two credentials together. */
@NullMarked
package dev.naysayer.examples.clinic;

import org.jspecify.annotations.NullMarked;
