/** The API of a class with Spring's test annotations, started as Spring starts it for any test; Spring need not be there. */
@NullMarked
package dev.naysayer.engine.spring;

import org.jspecify.annotations.NullMarked;
