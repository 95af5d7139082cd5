package dev.naysayer.engine.credential.source;

import dev.naysayer.engine.credential.SourceFailed;
import dev.naysayer.engine.credential.jwt.JwtForge;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be told from a token's text, whoever issued it. */
final class TokenText {

    /** The last second of the year 9999: what lies behind it is no date that anybody meant. */
    private static final long END_OF_TIME = 253_402_300_799L;

    private TokenText() {}

    /** What makes a text no credential, as the rest of "it …"; empty where it can be one. */
    static Optional<String> fault(String text) {
        if (text.isEmpty()) {
            return Optional.of("is empty");
        }
        long lines = text.lines().count();
        if (lines > 1) {
            return Optional.of("holds %d lines".formatted(lines));
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("holds a line end or another control character");
        }
        // A user name and password may hold blanks and letters of any language (RFC 7617); no bearer token holds a
        // colon.
        if (text.indexOf(':') > 0) {
            return Optional.empty();
        }
        if (text.indexOf(' ') >= 0) {
            return Optional.of("holds a blank");
        }
        return text.chars().allMatch(character -> character < 0x7F)
                ? Optional.empty()
                : Optional.of("holds characters outside ASCII");
    }

    /** The claims of a JWT; none, where the text is no JWT. */
    static Map<String, Object> claims(String text) {
        try {
            return JwtForge.read(text).claims();
        } catch (SourceFailed e) {
            return Map.of();
        }
    }

    /** The claim {@code exp}, or null where the text is no JWT or does not say. */
    static @Nullable Instant expiry(String text) {
        return claims(text).get("exp") instanceof Number seconds ? instant(seconds) : null;
    }

    private static @Nullable Instant instant(Number seconds) {
        try {
            BigDecimal value = new BigDecimal(seconds.toString()).setScale(0, RoundingMode.FLOOR);
            return value.signum() < 0 || value.compareTo(BigDecimal.valueOf(END_OF_TIME)) > 0
                    ? null
                    : Instant.ofEpochSecond(value.longValueExact());
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
