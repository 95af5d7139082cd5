/** The choices of rules that have a name, each a file that anybody could write. */
@NullMarked
package dev.naysayer.engine.rule.profile;

import org.jspecify.annotations.NullMarked;
