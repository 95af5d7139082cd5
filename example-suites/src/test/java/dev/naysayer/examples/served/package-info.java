/** APIs whose status is not what was served: refusals in a success, streams that do not end, answers for everybody. */
@NullMarked
package dev.naysayer.examples.served;

import org.jspecify.annotations.NullMarked;
