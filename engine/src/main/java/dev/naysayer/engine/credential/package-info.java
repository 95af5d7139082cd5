/** What can be presented to an API: blueprints, credentials, and the three lists that make them. */
@NullMarked
package dev.naysayer.engine.credential;

import org.jspecify.annotations.NullMarked;
