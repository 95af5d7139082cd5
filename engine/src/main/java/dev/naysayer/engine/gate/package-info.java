/** What makes a build red: decided in one place, for tests while they run and for records later. */
@NullMarked
package dev.naysayer.engine.gate;

import org.jspecify.annotations.NullMarked;
