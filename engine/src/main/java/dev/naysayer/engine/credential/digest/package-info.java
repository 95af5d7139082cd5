/** Our own client of Digest: from a challenge and a request to what answers it (RFC 7616). */
@NullMarked
package dev.naysayer.engine.credential.digest;

import org.jspecify.annotations.NullMarked;
