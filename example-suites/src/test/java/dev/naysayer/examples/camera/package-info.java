/** A camera behind Tomcat's Digest, with the suite of the documentation. */
@NullMarked
package dev.naysayer.examples.camera;

import org.jspecify.annotations.NullMarked;
