/** A report written down, one file per format; text escapes by construction. */
@NullMarked
package dev.naysayer.reports.format;

import org.jspecify.annotations.NullMarked;
