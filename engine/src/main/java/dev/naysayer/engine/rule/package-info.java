/** What a rule is, what it may say, and what many rules share. */
@NullMarked
package dev.naysayer.engine.rule;

import org.jspecify.annotations.NullMarked;
