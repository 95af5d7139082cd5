package dev.naysayer.examples.flaws;

import static dev.naysayer.examples.flaws.Misjudging.crashingOn;
import static dev.naysayer.examples.flaws.Misjudging.lettingIn;
import static dev.naysayer.examples.flaws.Misjudging.mistaking;
import static dev.naysayer.examples.flaws.Misjudging.overlooking;
import static dev.naysayer.examples.flaws.Misjudging.refusing;
import static dev.naysayer.examples.flaws.Misjudging.spoiling;
import static dev.naysayer.examples.flaws.Misjudging.tokenHeader;
import static dev.naysayer.examples.flaws.Misjudging.tokenPayload;
import static dev.naysayer.examples.flaws.Misjudging.value;

import dev.naysayer.examples.orders.Deviation;
import dev.naysayer.examples.orders.Ground;
import java.util.Locale;

/** One kind of credential that an API lets in though it is bad, refuses though it is good, or crashes on. */
@SuppressWarnings("ImmutableEnumChecker") // the deviations are stateless
enum Misjudgement {
    // tokens that are let in
    SIGNATURE_NOT_VERIFIED(overlooking(Ground.BAD_SIGNATURE)),
    ZEROS_TAKEN_FOR_SIGNATURE(lettingIn(request -> value(request).matches("Bearer .*\\.A{86}"))),
    INNER_TOKEN_NOT_VERIFIED(lettingIn(request -> tokenHeader(request).contains("\"cty\""))),
    ALG_NONE_TAKEN(lettingIn(request -> tokenHeader(request).contains("\"alg\":\"none\""))),
    HMAC_TAKEN(lettingIn(request -> tokenHeader(request).contains("\"HS256\""))),
    KEY_OF_ANOTHER_KIND_TAKEN(lettingIn(request -> tokenHeader(request).contains("\"ES256\""))),
    KEY_TAKEN_FROM_TOKEN(lettingIn(request -> tokenHeader(request).contains("\"jwk\""))),
    KEY_ID_IN_A_QUERY(lettingIn(request -> tokenHeader(request).contains("' "))),
    CRITICAL_OVERLOOKED(lettingIn(request -> tokenHeader(request).contains("\"crit\""))),
    FIRST_ALGORITHM_COUNTS(lettingIn(request -> tokenHeader(request).matches(".*\"alg\".*\"alg\".*"))),
    ISSUER_NOT_COMPARED(overlooking(Ground.WRONG_ISSUER)),
    AUDIENCE_NOT_COMPARED(overlooking(Ground.WRONG_AUDIENCE)),
    EXPIRY_OVERLOOKED(overlooking(Ground.EXPIRED_TOKEN)),
    BEGINNING_OVERLOOKED(overlooking(Ground.NOT_YET_VALID)),
    USER_NOT_LOOKED_UP(overlooking(Ground.UNKNOWN_SUBJECT)),
    TYPE_OVERLOOKED(overlooking(Ground.WRONG_TYPE)),
    ID_TOKEN_TAKEN(lettingIn(request -> tokenPayload(request).contains("\"nonce\""))),
    SCOPE_NOT_COMPARED(overlooking(Ground.INSUFFICIENT_SCOPE)),

    // what is let in for the way in which it travels
    JSON_UNWRAPPED(lettingIn(request -> value(request).startsWith("Bearer {"))),
    QUOTES_TAKEN_OFF(lettingIn(request -> value(request).startsWith("Bearer \""))),
    TAKEN_FROM_QUERY(lettingIn(request -> request.queryParameter("access_token").isPresent())),
    TAKEN_FROM_BODY_OF_GET(lettingIn(request -> request.getBodyAsString().startsWith("access_token="))),
    NOBODY_LET_IN(overlooking(Ground.NO_TOKEN)),
    EVERYBODY_LET_IN(lettingIn(request -> true)),

    // what is refused though it is good
    SCHEME_IN_ONE_SPELLING(
            refusing(Ground.WRONG_SCHEME, request -> value(request).startsWith("bearer"))),
    ONE_BLANK_ONLY(refusing(Ground.MALFORMED_TOKEN, request -> value(request).startsWith("Bearer  "))),

    SEVERAL_AUDIENCES_REFUSED(
            refusing(Ground.WRONG_AUDIENCE, request -> tokenPayload(request).contains("\"aud\":["))),

    // what is refused for another reason
    RIGHT_TAKEN_FOR_BAD_TOKEN(mistaking(Ground.INSUFFICIENT_SCOPE, Ground.BAD_SIGNATURE)),
    TWO_TOKENS_TAKEN_FOR_A_BAD_ONE(mistaking(Ground.TOKEN_IN_TWO_PLACES, Ground.BAD_SIGNATURE)),
    WEAK_LOGIN_TAKEN_FOR_BAD_TOKEN(
            refusing(Ground.BAD_SIGNATURE, request -> tokenPayload(request).contains("\"acr\":\"0\""))),

    // what comes back that must not
    KEY_ID_IN_A_HEADER(spoiling(Misjudging::repeatKeyId)),

    // what crashes the API
    CRASH_ON_GARBAGE(crashingOn(Ground.MALFORMED_TOKEN)),
    CRASH_ON_OVERSIZE(crashingOn(Ground.OVERSIZED));

    private final Deviation deviation;

    Misjudgement(Deviation deviation) {
        this.deviation = deviation;
    }

    Deviation deviation() {
        return deviation;
    }

    /** The constant's name in kebab-case. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
