package dev.naysayer.examples.orders;

import static dev.naysayer.examples.liberty.Liberty.ACCESS_TOKEN_TYPE_REFUSED;
import static dev.naysayer.examples.liberty.Liberty.EMPTY_CRIT_OVERLOOKED;
import static dev.naysayer.examples.liberty.Liberty.OTHER_TYPES_TAKEN;

import dev.naysayer.examples.liberty.Liberty;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** What a JOSE header may say here. */
final class TokenHeader {

    // Keys come from the issuer alone; whoever takes one from the token believes whatever it says (RFC 8725 section
    // 3.10).
    private static final List<String> KEYS = List.of("jwk", "jku", "x5u", "x5c");
    // Extensions, nested tokens and encryption: none is supported, and none may be passed over (RFC 7515 section
    // 4.1.11).
    private static final List<String> UNSUPPORTED = List.of("crit", "b64", "cty", "enc", "zip", "epk", "p2s", "p2c");
    private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

    private TokenHeader() {}

    static Set<Ground> grounds(ObjectNode header, Set<Liberty> liberties) {
        Set<Ground> grounds = EnumSet.noneOf(Ground.class);
        if (TokenText.text(header, "alg").isEmpty()
                || (header.has("kid") && TokenText.text(header, "kid").isEmpty())) {
            grounds.add(Ground.MALFORMED_TOKEN);
        }
        boolean emptyCrit = liberties.contains(EMPTY_CRIT_OVERLOOKED)
                && header.path("crit").isArray()
                && header.path("crit").isEmpty();
        if (KEYS.stream().anyMatch(header::has)
                || UNSUPPORTED.stream()
                        .filter(name -> !emptyCrit || !name.equals("crit"))
                        .anyMatch(header::has)) {
            grounds.add(Ground.FORBIDDEN_HEADER);
        }
        if (header.has("typ")
                && TokenText.text(header, "typ")
                        .filter(type -> isTaken(type.toLowerCase(Locale.ROOT), liberties))
                        .isEmpty()) {
            grounds.add(Ground.WRONG_TYPE);
        }
        return grounds;
    }

    private static boolean isTaken(String type, Set<Liberty> liberties) {
        return liberties.contains(ACCESS_TOKEN_TYPE_REFUSED)
                ? type.equals("jwt")
                : liberties.contains(OTHER_TYPES_TAKEN) || TYPES.contains(type);
    }
}
