/** What one answer says: one file per rule, its words beside its code, and the list of them. */
@NullMarked
package dev.naysayer.engine.rule.answer;

import org.jspecify.annotations.NullMarked;
