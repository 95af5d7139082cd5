/** What pages can do with an API, and what a browser does for them: one file per rule over several answers. */
@NullMarked
package dev.naysayer.engine.rule.comparison.page;

import org.jspecify.annotations.NullMarked;
