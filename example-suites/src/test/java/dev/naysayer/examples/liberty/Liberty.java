package dev.naysayer.examples.liberty;

import java.util.Locale;
import java.util.Set;

/**
 * One thing that an API may do or leave undone, though a stricter one does otherwise: no clause binds it.
 *
 * <p>Without any of them the example APIs refuse whatever they may refuse, and take what they have to take.
 */
@SuppressWarnings("ImmutableEnumChecker") // Set.of, which nobody can change
public enum Liberty {
    // How a credential travels
    FIRST_FIELD_COUNTS(
            "Of two Authorization lines, keys or cookies the first counts, and the rest is not looked at.",
            "RFC 9110 section 5.3",
            "It forbids a sender to send two; section 2.4 lets a recipient recover.",
            "repeated-header",
            "repeated-header-invalid-last",
            "repeated-header-invalid-first",
            "two-schemes",
            "repeated-key-invalid-last",
            "repeated-key-invalid-first"),
    LAST_FIELD_COUNTS(
            "Of two Authorization lines, keys or cookies the last counts, and the rest is not looked at.",
            "RFC 9110 section 5.3",
            "It forbids a sender to send two; section 2.4 lets a recipient recover.",
            "repeated-header",
            "repeated-header-invalid-last",
            "repeated-header-invalid-first",
            "two-schemes",
            "repeated-key-invalid-last",
            "repeated-key-invalid-first"),
    COMMA_ENDS_CREDENTIAL(
            "A comma ends the credential, and what stands behind it is not looked at.",
            "RFC 9110 section 2.4",
            "A recipient may recover from what the grammar of section 11.4 does not know.",
            "comma-joined"),
    TAB_PARTS_SCHEME(
            "A tab parts auth-scheme and credential as blanks do.",
            "RFC 9110 section 2.4",
            "The grammar of section 11.4 has blanks only, and a recipient may recover from a tab.",
            "tab-separator"),
    QUOTES_TAKEN_OFF(
            "A credential in quotes, or as the value of a parameter, is taken for the bare one.",
            "RFC 9110 section 2.4",
            "A recipient may recover from what the grammar of section 11.4 does not know.",
            "quoted-token",
            "token-parameter"),
    QUERY_TAKEN(
            "A token in the query, as access_token, is taken; what it opens is private.",
            "RFC 6750 section 2.3",
            "Resource servers MAY support this method. OAuth 2.1 forbids it, with its profile.",
            "token-in-query"),
    FORM_TAKEN(
            "A token in a form in the body, as access_token, is taken.",
            "RFC 6750 section 2.2",
            "Resource servers MAY support this method.",
            "token-in-form"),
    HEADER_ALONE_COUNTS(
            "An API that takes no token from query and form does not look for a second one there.",
            "RFC 6750 section 2",
            "Only the header MUST be supported; what is no method of this API cannot be a second one.",
            "token-in-query-and-header",
            "token-in-query-bad-header",
            "token-in-form-and-header"),
    OTHER_PLACES_TAKEN(
            "The credential is taken from a second place too: another header, a cookie, for a key also the query.",
            "RFC 9110 section 11.1",
            "A server may have mechanisms beside its framework; that one place is enough is OWASP's advice.",
            "token-in-cookie",
            "token-in-x-auth-token",
            "token-in-x-access-token",
            "token-in-x-forwarded-access-token",
            "key-in-query",
            "key-in-cookie",
            "key-in-header",
            "key-as-bearer"),
    BLANKS_CUT_OFF(
            "Blanks around a key are cut off.",
            "RFC 9110 section 11",
            "How keys are compared stands in no standard.",
            "key-trailing-space"),

    // What is answered
    UNREADABLE_IS_BAD_REQUEST(
            "What no parser can read as a credential of the scheme makes a bad request: 400.",
            "RFC 6750 section 3.1",
            "invalid_request is for requests that are otherwise malformed, and SHOULD come with 400.",
            "scheme-only",
            "scheme-trailing-space",
            "illegal-characters",
            "crlf-encoded",
            "crlf-raw",
            "comma-joined",
            "token-parameter",
            "quoted-token",
            "tab-separator",
            "non-ascii-utf8",
            "non-ascii-latin1",
            "malformed-token",
            "not-a-jwt",
            "two-parts",
            "four-parts",
            "only-dots",
            "only-dot",
            "payload-not-base64url",
            "header-not-json",
            "payload-not-json",
            "payload-array",
            "payload-not-utf8",
            "payload-truncated",
            "alg-none-two-parts",
            "alg-none-title-case-two-parts",
            "alg-none-upper-case-two-parts",
            "alg-none-mixed-case-two-parts",
            "jws-json",
            "jwe",
            "nested-unsigned",
            "blank-inside",
            "jwe-zip-bomb",
            "pbes2-iterations",
            "unknown-token",
            "case-changed-token",
            "http2-bad-credential",
            "any-accept-bad-credential",
            "trailing-word",
            "not-base64",
            "base64url-alphabet"),
    RESOURCE_FIRST(
            "What is not there is looked at before who asks: 404, 405 with Allow, 501.",
            "RFC 9110 section 15.5.5",
            "HTTP fixes no order; 405 has to carry Allow (section 15.5.6).",
            "path-trailing-slash",
            "path-double-slash",
            "path-matrix-parameter",
            "path-encoded-letter",
            "path-upper-case",
            "path-dot-segment",
            "path-encoded-dot-segment",
            "path-json-suffix",
            "method-options",
            "method-trace",
            "method-unknown",
            "method-post",
            "method-put",
            "method-patch",
            "method-delete"),
    TRACE_ECHOED(
            "TRACE is answered by the request itself, as message/http.",
            "RFC 9110 section 9.3.8",
            "That is what TRACE is for; only sensitive fields SHOULD be left out.",
            "method-trace"),
    SCOPE_NOT_NAMED(
            "insufficient_scope does not say which scope would do.", "RFC 6750 section 3.1", "It MAY be included."),
    DESCRIPTION_LEFT_OUT(
            "The challenge has an error code and no words.",
            "RFC 6750 section 3",
            "error_description MAY be included."),
    PLAIN_TEXT(
            "A refusal's body is plain text.",
            "RFC 9110 section 12.4.1",
            "A server may disregard Accept; RFC 9457 binds only who uses it."),
    FIELDS_LEFT_OUT(
            "A refusal has neither Cache-Control nor X-Content-Type-Options, and a Server with its version.",
            "RFC 9111 section 3",
            "A 401 or 403 is kept by no cache unless it says so; the rest is good practice."),

    // The token
    PADDING_TAKEN(
            "Padding behind a token is passed over.", "RFC 7515 section 2", "It binds who encodes.", "padded-segments"),
    HEAVY_CREDENTIALS_READ(
            "Credentials of any size and depth are read.",
            "RFC 9110 section 5.4",
            "HTTP places no limit on fields.",
            "deep-json",
            "huge-claims",
            "kid-10-kb",
            "oversize-9k",
            "oversize-64k",
            "oversize-1m",
            "long-password"),
    LAST_DUPLICATE_COUNTS(
            "Of two claims of one name the last counts.",
            "RFC 7519 section 4",
            "A parser MUST reject them or return only the last one.",
            "duplicate-sub-good-last",
            "duplicate-sub-good-first"),
    EMPTY_CRIT_OVERLOOKED(
            "An empty crit is passed over.",
            "RFC 7515 section 4.1.11",
            "Producers MUST NOT send it; nothing in it has to be understood.",
            "crit-empty"),
    OTHER_TYPES_TAKEN(
            "Any typ is taken, also that of another kind of token.",
            "RFC 8725 section 3.11",
            "Explicit typing is recommended, and RFC 9068 binds with its profile.",
            "typ-dpop",
            "typ-logout",
            "typ-secevent",
            "typ-authz-request"),
    ACCESS_TOKEN_TYPE_REFUSED(
            "Only the typ JWT is taken.",
            "RFC 7519 section 5.1",
            "What typ says is up to the application; at+jwt belongs to RFC 9068, with its profile.",
            "typ-at-jwt",
            "typ-application-at-jwt",
            "typ-at-jwt-upper-case"),
    KEY_ID_IS_A_HINT(
            "A kid that names no key is passed over, and the trusted key tried.",
            "RFC 7515 section 4.1.4",
            "kid is a hint, and its use is optional.",
            "kid-unknown",
            "kid-path-traversal",
            "kid-sql",
            "kid-file-url",
            "kid-quotes",
            "kid-10-kb"),
    KEY_ID_NEEDED(
            "A token without kid is refused.",
            "RFC 7515 section 4.1.4",
            "How a key is chosen is up to the application.",
            "kid-missing"),

    // Its claims
    EXPIRY_OPTIONAL(
            "A token without exp is taken.", "RFC 7519 section 4.1.4", "Use of exp is OPTIONAL.", "exp-missing"),
    ISSUER_OPTIONAL(
            "A token without iss is taken.", "RFC 7519 section 4.1.1", "Use of iss is OPTIONAL.", "iss-missing"),
    AUDIENCE_OPTIONAL(
            "A token without aud is taken.",
            "RFC 7519 section 4.1.3",
            "Use of aud is OPTIONAL; RFC 8725 section 3.9 asks for it where the issuer serves several APIs.",
            "aud-missing"),
    SUBJECT_NOT_LOOKED_UP(
            "A token without sub, or of a user whom nobody knows, is taken.",
            "RFC 7519 section 4.1.2",
            "Use of sub is OPTIONAL, and what it means is up to the application.",
            "sub-missing",
            "sub-unknown"),
    FAR_EXPIRY_TAKEN(
            "An exp ever so far away is taken.",
            "RFC 7519 section 2",
            "Any number is a NumericDate.",
            "exp-huge",
            "exp-milliseconds"),
    NO_LEEWAY(
            "Times are compared to the second.",
            "RFC 7519 sections 4.1.4 and 4.1.5",
            "Implementers MAY provide for some small leeway.",
            "exp-within-leeway",
            "exp-boundary",
            "nbf-within-leeway"),
    ISSUE_TIME_NOT_COMPARED(
            "A token that was issued in the future is taken.",
            "RFC 7519 section 4.1.6",
            "iat can be used to determine the age, and need not.",
            "iat-future"),
    OLD_TOKENS_REFUSED(
            "A token that was issued more than a day ago is refused.",
            "RFC 7519 section 4.1.6",
            "iat can be used to determine the age.",
            "iat-ancient"),
    BOUND_TOKENS_TAKEN(
            "A token that is bound to a key is taken as a plain bearer token.",
            "RFC 9449 section 7.2, RFC 8705 section 3",
            "Who knows nothing of the binding is expected to; it binds those that support it.",
            "cnf-jkt",
            "cnf-x5t"),
    STEP_UP_ASKED(
            "A weak or old login is sent back for a better one.",
            "RFC 9470 section 3",
            "Which login is good enough is up to the API.",
            "acr-zero",
            "auth-time-old"),

    // The password
    MISSING_PADDING_TAKEN(
            "Base64 without its padding is taken.", "RFC 4648 section 3.2", "It binds who encodes.", "missing-padding"),
    LATIN1_TAKEN(
            "What is no UTF-8 is read as ISO-8859-1.",
            "RFC 7617 section 2",
            "Without the parameter charset the encoding is undefined.",
            "password-latin1"),
    PASSWORD_CUT(
            "A password counts up to 72 bytes.",
            "RFC 7617 section 2",
            "How passwords are compared stands in no standard of HTTP.",
            "password-72-bytes"),
    NO_THROTTLE(
            "Passwords may be tried on and on.",
            "RFC 6585 section 4",
            "429 is there to be used, and nobody has to.",
            "brute-force"),
    USERS_TOLD_APART(
            "The words for an unknown user are others than for a wrong password.",
            "RFC 9110 section 15.5.2",
            "The body is up to the server; that both should look alike is OWASP's advice.");

    private final String does;
    private final String clause;
    private final String leaves;
    private final Set<String> conditions;

    Liberty(String does, String clause, String leaves, String... conditions) {
        this.does = does;
        this.clause = clause;
        this.leaves = leaves;
        this.conditions = Set.of(conditions);
    }

    /** What an API does that takes it, in one sentence. */
    public String does() {
        return does;
    }

    /** The section that leaves it to the API. */
    public String clause() {
        return clause;
    }

    /** How the section leaves it, in one sentence. */
    public String leaves() {
        return leaves;
    }

    /** The conditions that are answered with another status because of it; none where it shows in every refusal. */
    public Set<String> conditions() {
        return conditions;
    }

    /** The constant's name in kebab-case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
