/** The command line: all that a team without a Java project needs, in one program. */
@NullMarked
package dev.naysayer.cli;

import org.jspecify.annotations.NullMarked;
