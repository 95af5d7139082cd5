/** The Orders API as Spring Boot users build it, with a real authorization server and Spring Security's own refusals. */
@NullMarked
package dev.naysayer.examples.spring;

import org.jspecify.annotations.NullMarked;
