/** What is done with saved records from a command line, one file per command. */
@NullMarked
package dev.naysayer.reports.command;

import org.jspecify.annotations.NullMarked;
