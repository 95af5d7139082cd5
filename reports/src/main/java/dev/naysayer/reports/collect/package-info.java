/** Listens to a test run, keeps each case's outcome, and has the report written when the run ends. */
@NullMarked
package dev.naysayer.reports.collect;

import org.jspecify.annotations.NullMarked;
