/** A run's outcomes grouped, counted and sorted for people to read; pure. */
@NullMarked
package dev.naysayer.reports.model;

import org.jspecify.annotations.NullMarked;
