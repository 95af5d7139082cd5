package dev.naysayer.dsl;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the login behind a token has to be like (RFC 9470).
 *
 * @param acr classes of logins, any of which is enough, the one that good tokens have first; empty where the class does not matter
 * @param maxAge how long ago the user may have logged in, to the second; null where it does not matter
 */
public record LoginNeed(List<String> acr, @Nullable Duration maxAge) {

    /** Any login will do. */
    public static final LoginNeed NONE = new LoginNeed(List.of(), null);

    public LoginNeed {
        acr = List.copyOf(acr);
    }
}
