/** Runs suites in processes of their own, against an API of this one, so that they can be killed and measured. */
@NullMarked
package dev.naysayer.reports.fork;

import org.jspecify.annotations.NullMarked;
