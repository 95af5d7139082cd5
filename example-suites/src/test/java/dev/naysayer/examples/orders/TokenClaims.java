package dev.naysayer.examples.orders;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the claims of an access token have to say (RFC 9068 section 4). */
record TokenClaims(ObjectNode claims) {

    private static final Duration LEEWAY = Duration.ofSeconds(60);
    // The end of the year 9999. Milliseconds, taken for seconds, lie tens of thousands of years behind it.
    private static final BigDecimal LATEST = new BigDecimal("253402300799");
    private static final List<String> DATES = List.of("exp", "nbf", "iat");
    // Members of id tokens (OpenID Connect Core section 2) and of logout tokens.
    private static final List<String> OF_OTHER_KINDS = List.of("nonce", "at_hash", "c_hash", "events");
    // The user, and a client that acts for nobody.
    private static final Set<String> CUSTOMERS = Set.of("naysayer", "naysayer-orders");

    Set<Ground> grounds(String issuer, String audience, String scope, Instant now) {
        Set<Ground> grounds = EnumSet.noneOf(Ground.class);
        if (DATES.stream().anyMatch(name -> claims.has(name) && date(name).isEmpty())
                || (claims.has("scope") && text("scope").isEmpty())) {
            grounds.add(Ground.MALFORMED_TOKEN);
        }
        grounds.addAll(times(now));
        if (!text("iss").equals(Optional.of(issuer))) {
            grounds.add(Ground.WRONG_ISSUER);
        }
        if (OF_OTHER_KINDS.stream().anyMatch(claims::has)) {
            grounds.add(Ground.OTHER_KIND);
        }
        // Whoever presents it as a bearer token proves no key (RFC 9449 section 7.2).
        if (claims.has("cnf")) {
            grounds.add(Ground.BOUND_TOKEN);
        }
        if (text("sub").filter(CUSTOMERS::contains).isEmpty()) {
            grounds.add(Ground.UNKNOWN_SUBJECT);
        }
        if (!isFor(audience)) {
            grounds.add(Ground.WRONG_AUDIENCE);
        }
        if (!grants(scope)) {
            grounds.add(Ground.INSUFFICIENT_SCOPE);
        }
        return grounds;
    }

    private Set<Ground> times(Instant now) {
        Set<Ground> grounds = EnumSet.noneOf(Ground.class);
        // A token without an end is one that cannot be withdrawn: treated as expired.
        if (date("exp").filter(end -> !now.isAfter(end.plus(LEEWAY))).isEmpty()) {
            grounds.add(Ground.EXPIRED_TOKEN);
        }
        if (date("nbf").filter(start -> now.isBefore(start.minus(LEEWAY))).isPresent()) {
            grounds.add(Ground.NOT_YET_VALID);
        }
        if (date("iat").filter(issued -> now.isBefore(issued.minus(LEEWAY))).isPresent()) {
            grounds.add(Ground.ISSUED_LATER);
        }
        return grounds;
    }

    /** Seconds since 1970, with fractions if need be (RFC 7519 section 2); nothing for what is no sane date. */
    private Optional<Instant> date(String name) {
        JsonNode value = claims.get(name);
        if (value == null || !value.isNumber()) {
            return Optional.empty();
        }
        BigDecimal seconds = value.decimalValue();
        if (seconds.signum() < 0 || seconds.compareTo(LATEST) > 0) {
            return Optional.empty();
        }
        return Optional.of(Instant.ofEpochMilli(seconds.movePointRight(3).longValue()));
    }

    private boolean isFor(String audience) {
        JsonNode named = claims.get("aud");
        if (named != null && named.isArray()) {
            return named.valueStream().allMatch(JsonNode::isString)
                    && named.valueStream().anyMatch(one -> audience.equals(one.stringValue()));
        }
        return text("aud").equals(Optional.of(audience));
    }

    private boolean grants(String needed) {
        List<String> held =
                text("scope").map(scope -> Arrays.asList(scope.split(" ", -1))).orElse(List.of());
        return needed.isEmpty() || held.containsAll(Arrays.asList(needed.split(" ", -1)));
    }

    private Optional<String> text(String name) {
        return TokenText.text(claims, name);
    }
}
