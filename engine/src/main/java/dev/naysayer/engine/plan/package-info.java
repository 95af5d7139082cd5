/** Suite in, cases out: each operation with its control and its scenarios. */
@NullMarked
package dev.naysayer.engine.plan;

import org.jspecify.annotations.NullMarked;
