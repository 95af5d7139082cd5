/** How what rules ask for is done in one framework or another: one entry per remedy, all in one file. */
@NullMarked
package dev.naysayer.engine.rule.remedy;

import org.jspecify.annotations.NullMarked;
