package dev.naysayer.examples.orders;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Verifies a token against the issuer's published keys and names everything that is wrong with it. */
final class TokenCheck {

    private final String issuer;
    private final String audience;
    private final Clock clock;
    private final IssuerKeys keys;

    TokenCheck(String issuer, String audience, Clock clock) {
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
        this.keys = new IssuerKeys(issuer);
    }

    /**
     * Every ground to refuse this token for an operation that needs the scope; none if it is good.
     *
     * @throws IssuerKeys.Unreachable if the keys cannot be had
     */
    Set<Ground> grounds(String token, String scope) {
        Optional<TokenText> read = TokenText.read(token);
        if (read.isEmpty()) {
            return EnumSet.of(Ground.MALFORMED_TOKEN);
        }
        Set<Ground> grounds = TokenHeader.grounds(read.get().header());
        grounds.addAll(new TokenClaims(read.get().claims()).grounds(issuer, audience, scope, clock.instant()));
        if (!keys.verify(read.get())) {
            grounds.add(Ground.BAD_SIGNATURE);
        }
        return grounds;
    }
}
