package dev.naysayer.examples.orders;

import static dev.naysayer.examples.liberty.Liberty.AUDIENCE_OPTIONAL;
import static dev.naysayer.examples.liberty.Liberty.BOUND_TOKENS_TAKEN;
import static dev.naysayer.examples.liberty.Liberty.EXPIRY_OPTIONAL;
import static dev.naysayer.examples.liberty.Liberty.FAR_EXPIRY_TAKEN;
import static dev.naysayer.examples.liberty.Liberty.ISSUER_OPTIONAL;
import static dev.naysayer.examples.liberty.Liberty.ISSUE_TIME_NOT_COMPARED;
import static dev.naysayer.examples.liberty.Liberty.NO_LEEWAY;
import static dev.naysayer.examples.liberty.Liberty.OLD_TOKENS_REFUSED;
import static dev.naysayer.examples.liberty.Liberty.STEP_UP_ASKED;
import static dev.naysayer.examples.liberty.Liberty.SUBJECT_NOT_LOOKED_UP;

import dev.naysayer.examples.liberty.Liberty;
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
record TokenClaims(ObjectNode claims, Set<Liberty> liberties) {

    private static final Duration LEEWAY = Duration.ofSeconds(60);
    private static final Duration LONGEST_LIFE = Duration.ofDays(1);
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
        if (!may(ISSUER_OPTIONAL, "iss") && !text("iss").equals(Optional.of(issuer))) {
            grounds.add(Ground.WRONG_ISSUER);
        }
        if (OF_OTHER_KINDS.stream().anyMatch(claims::has)) {
            grounds.add(Ground.OTHER_KIND);
        }
        // Whoever presents it as a bearer token proves no key (RFC 9449 section 7.2).
        if (claims.has("cnf") && !liberties.contains(BOUND_TOKENS_TAKEN)) {
            grounds.add(Ground.BOUND_TOKEN);
        }
        if (!liberties.contains(SUBJECT_NOT_LOOKED_UP)
                && text("sub").filter(CUSTOMERS::contains).isEmpty()) {
            grounds.add(Ground.UNKNOWN_SUBJECT);
        }
        if (!may(AUDIENCE_OPTIONAL, "aud") && !isFor(audience)) {
            grounds.add(Ground.WRONG_AUDIENCE);
        }
        if (liberties.contains(STEP_UP_ASKED) && isWeak(now)) {
            grounds.add(Ground.WEAK_LOGIN);
        }
        if (!grants(scope)) {
            grounds.add(Ground.INSUFFICIENT_SCOPE);
        }
        return grounds;
    }

    private Set<Ground> times(Instant now) {
        Set<Ground> grounds = EnumSet.noneOf(Ground.class);
        // A token without an end is one that cannot be withdrawn: treated as expired.
        if (!may(EXPIRY_OPTIONAL, "exp")
                && date("exp").filter(end -> isBeforeEnd(now, end)).isEmpty()) {
            grounds.add(Ground.EXPIRED_TOKEN);
        }
        if (date("nbf").filter(start -> now.isBefore(start.minus(leeway()))).isPresent()) {
            grounds.add(Ground.NOT_YET_VALID);
        }
        if (!liberties.contains(ISSUE_TIME_NOT_COMPARED)
                && date("iat")
                        .filter(issued -> now.isBefore(issued.minus(leeway())))
                        .isPresent()) {
            grounds.add(Ground.ISSUED_LATER);
        }
        if (liberties.contains(OLD_TOKENS_REFUSED)
                && date("iat")
                        .filter(issued -> now.isAfter(issued.plus(LONGEST_LIFE)))
                        .isPresent()) {
            grounds.add(Ground.EXPIRED_TOKEN);
        }
        return grounds;
    }

    /** With a leeway to its end and a moment longer; without one it ends on the second (RFC 7519 section 4.1.4). */
    private boolean isBeforeEnd(Instant now, Instant end) {
        return liberties.contains(NO_LEEWAY) ? now.isBefore(end) : !now.isAfter(end.plus(LEEWAY));
    }

    private Duration leeway() {
        return liberties.contains(NO_LEEWAY) ? Duration.ZERO : LEEWAY;
    }

    /** Whether a claim is missing that need not be there. */
    private boolean may(Liberty beMissing, String name) {
        return liberties.contains(beMissing) && !claims.has(name);
    }

    /** A login without assurance, or of another day (RFC 9470 section 3). */
    private boolean isWeak(Instant now) {
        return text("acr").equals(Optional.of("0"))
                || date("auth_time")
                        .filter(login -> now.isAfter(login.plus(LONGEST_LIFE)))
                        .isPresent();
    }

    /** Seconds since 1970, with fractions if need be (RFC 7519 section 2); nothing for what is no sane date. */
    private Optional<Instant> date(String name) {
        JsonNode value = claims.get(name);
        if (value == null || !value.isNumber()) {
            return Optional.empty();
        }
        BigDecimal seconds = value.decimalValue();
        if (seconds.signum() < 0 || (seconds.compareTo(LATEST) > 0 && !liberties.contains(FAR_EXPIRY_TAKEN))) {
            return Optional.empty();
        }
        return Optional.of(
                Instant.ofEpochMilli(seconds.min(LATEST).movePointRight(3).longValue()));
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
