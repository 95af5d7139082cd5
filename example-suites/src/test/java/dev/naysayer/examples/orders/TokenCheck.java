package dev.naysayer.examples.orders;

import static dev.naysayer.examples.liberty.Liberty.UNREADABLE_IS_BAD_REQUEST;

import dev.naysayer.examples.liberty.Liberty;
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
    private final Set<Liberty> liberties;

    TokenCheck(String issuer, String audience, Clock clock) {
        this(issuer, audience, clock, Set.of());
    }

    TokenCheck(String issuer, String audience, Clock clock, Set<Liberty> liberties) {
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
        this.keys = new IssuerKeys(issuer, liberties);
        this.liberties = liberties;
    }

    /**
     * Every ground to refuse this token for an operation that needs the scope; none if it is good.
     *
     * @throws IssuerKeys.Unreachable if the keys cannot be had
     */
    Set<Ground> grounds(String token, String scope) {
        Optional<TokenText> read = TokenText.read(token, liberties);
        if (read.isEmpty()) {
            return EnumSet.of(
                    liberties.contains(UNREADABLE_IS_BAD_REQUEST) && !TokenText.isReadable(token)
                            ? Ground.BROKEN_REQUEST
                            : Ground.MALFORMED_TOKEN);
        }
        Set<Ground> grounds = TokenHeader.grounds(read.get().header(), liberties);
        grounds.addAll(
                new TokenClaims(read.get().claims(), liberties).grounds(issuer, audience, scope, clock.instant()));
        if (!keys.verify(read.get())) {
            grounds.add(Ground.BAD_SIGNATURE);
        }
        return grounds;
    }
}
