/** What must not be shown of a request, an answer or a text: secrets are known, found in every encoding, and replaced. */
@NullMarked
package dev.naysayer.engine.exchange.redaction;

import org.jspecify.annotations.NullMarked;
