/** What a JSON Web Token says, how it is changed, and whose key signs it. */
@NullMarked
package dev.naysayer.engine.credential.jwt;

import org.jspecify.annotations.NullMarked;
