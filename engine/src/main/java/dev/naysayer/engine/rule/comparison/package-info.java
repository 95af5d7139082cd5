/** What several answers of a suite say together: one file per rule. */
@NullMarked
package dev.naysayer.engine.rule.comparison;

import org.jspecify.annotations.NullMarked;
