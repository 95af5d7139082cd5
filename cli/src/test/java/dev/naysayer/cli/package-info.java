/** The program as somebody without Java calls it. */
package dev.naysayer.cli;
