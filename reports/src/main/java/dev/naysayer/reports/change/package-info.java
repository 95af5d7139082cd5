/** What is different between two runs, finding by finding and case by case, in words. */
@NullMarked
package dev.naysayer.reports.change;

import org.jspecify.annotations.NullMarked;
