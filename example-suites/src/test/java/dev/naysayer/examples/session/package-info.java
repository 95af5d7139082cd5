/** Members log in with a form: a session in a cookie, and a token against forged requests beside it. */
@NullMarked
package dev.naysayer.examples.session;

import org.jspecify.annotations.NullMarked;
