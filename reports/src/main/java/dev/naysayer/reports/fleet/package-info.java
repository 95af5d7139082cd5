/** Many services, each by its last record and those before it, on one page; pure. */
@NullMarked
package dev.naysayer.reports.fleet;

import org.jspecify.annotations.NullMarked;
