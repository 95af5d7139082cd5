/** The page as a browser shows it: a real Chromium, where there is one. */
@NullMarked
package dev.naysayer.reports.browser;

import org.jspecify.annotations.NullMarked;
