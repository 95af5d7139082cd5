/** What a run costs, beside the same checks written by hand and a bare loop: whole processes, one after the other. */
@NullMarked
package dev.naysayer.reports.benchmark;

import org.jspecify.annotations.NullMarked;
