/** Two records of the same suites against two environments: in what the same case is answered differently; pure. */
@NullMarked
package dev.naysayer.reports.drift;

import org.jspecify.annotations.NullMarked;
