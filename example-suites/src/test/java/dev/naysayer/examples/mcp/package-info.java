/** A server of the Model Context Protocol: several operations on one path, metadata, scopes of single tools, sessions. */
@NullMarked
package dev.naysayer.examples.mcp;

import org.jspecify.annotations.NullMarked;
