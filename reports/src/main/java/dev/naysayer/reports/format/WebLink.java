package dev.naysayer.reports.format;

import org.jspecify.annotations.Nullable;

/** Which addresses a page may send a reader to. */
final class WebLink {

    private WebLink() {}

    /** The address where it is one of the web; null for all else, {@code javascript:} above all. */
    static @Nullable String orNull(@Nullable String address) {
        return address != null && (address.startsWith("https://") || address.startsWith("http://")) ? address : null;
    }
}
