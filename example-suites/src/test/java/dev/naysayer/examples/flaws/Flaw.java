package dev.naysayer.examples.flaws;

import static dev.naysayer.examples.flaws.Grounds.any;
import static dev.naysayer.examples.flaws.Grounds.badSignature;
import static dev.naysayer.examples.flaws.Grounds.badToken;
import static dev.naysayer.examples.flaws.Grounds.expired;
import static dev.naysayer.examples.flaws.Grounds.insufficientScope;
import static dev.naysayer.examples.flaws.Grounds.malformed;
import static dev.naysayer.examples.flaws.Grounds.noToken;
import static dev.naysayer.examples.flaws.Grounds.unauthorized;
import static dev.naysayer.examples.flaws.Grounds.wrongScheme;
import static dev.naysayer.examples.flaws.Spoiling.addToChallenge;
import static dev.naysayer.examples.flaws.Spoiling.body;
import static dev.naysayer.examples.flaws.Spoiling.challenge;
import static dev.naysayer.examples.flaws.Spoiling.contentType;
import static dev.naysayer.examples.flaws.Spoiling.header;
import static dev.naysayer.examples.flaws.Spoiling.payload;
import static dev.naysayer.examples.flaws.Spoiling.problem;
import static dev.naysayer.examples.flaws.Spoiling.status;
import static dev.naysayer.examples.flaws.Spoiling.token;
import static dev.naysayer.examples.orders.Refusal.CHALLENGE;
import static dev.naysayer.examples.orders.Refusal.NOSNIFF;

import dev.naysayer.examples.orders.Deviation;
import dev.naysayer.examples.orders.Ground;
import dev.naysayer.examples.orders.Refusal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/** One thing that is wrong with an API's refusals; everything else stays as it ought to be. */
@SuppressWarnings("ImmutableEnumChecker") // the functions are stateless and the sets are never changed
public enum Flaw implements Deviation {
    // the challenge
    NO_CHALLENGE_ON_401("a 401 has no challenge", unauthorized(), refusal -> refusal.without(CHALLENGE)),
    NO_CHALLENGE_ON_403("a 403 has no challenge", insufficientScope(), refusal -> refusal.without(CHALLENGE)),
    EMPTY_CHALLENGE("WWW-Authenticate is there but empty", unauthorized(), challenge("")),
    CHALLENGE_WITHOUT_PARAMETERS("Bearer stands alone", noToken(), challenge("Bearer")),
    MISSING_COMMA("a comma between two parameters is missing", badToken(), challenge(", error=", " error=")),
    UNCLOSED_QUOTE("the realm's closing quote is missing", unauthorized(), challenge("orders\"", "orders")),
    BRACES_IN_CHALLENGE("the challenge is a template nobody filled in", noToken(), challenge("Bearer {token}")),
    FOREIGN_CHALLENGE("the challenge is for another scheme", unauthorized(), challenge("Bearer", "Token")),
    UNQUOTED_REALM("the realm is a bare token", unauthorized(), challenge("\"orders\"", "orders")),
    REPEATED_REALM("realm stands twice", unauthorized(), addToChallenge(", realm=\"shop\"")),
    REPEATED_ERROR("error stands twice", badToken(), addToChallenge(", error=\"invalid_token\"")),
    REPEATED_SCOPE("scope stands twice", insufficientScope(), addToChallenge(", scope=\"orders:admin\"")),
    CHALLENGES_DISAGREE(
            "a second challenge tells of another reason",
            badToken(),
            addToChallenge(", Bearer realm=\"orders\", error=\"insufficient_scope\"")),
    BLANKS_ROUND_EQUALS("blanks round an equals sign", unauthorized(), challenge("realm=", "realm = ")),
    COMMA_AT_THE_END("the challenge ends with a comma", unauthorized(), addToChallenge(",")),
    NEEDLESS_BACKSLASH("a backslash before a letter", unauthorized(), challenge("\"orders", "\"\\orders")),
    CHALLENGES_ON_ONE_LINE("two challenges on one line", noToken(), addToChallenge(", Basic realm=\"orders\"")),
    VENDOR_SCHEME_FIRST("a vendor's scheme goes first", noToken(), challenge("Bearer", "Vendor key=1, Bearer")),
    BASIC_WITHOUT_REALM("Basic is offered without a realm", noToken(), addToChallenge(", Basic charset=\"UTF-8\"")),
    BASIC_IN_LATIN_1(
            "Basic asks for Latin-1", noToken(), addToChallenge(", Basic realm=\"orders\", charset=\"ISO-8859-1\"")),
    BASIC_WITH_TITLE(
            "Basic has a parameter of its own",
            noToken(),
            addToChallenge(", Basic realm=\"orders\", title=\"Orders\"")),

    // the error information
    ERROR_WITHOUT_TOKEN("no token, yet an error", noToken(), addToChallenge(", error=\"invalid_token\"")),
    ERROR_FOR_FOREIGN_SCHEME(
            "an error for another scheme", wrongScheme(), addToChallenge(", error=\"invalid_request\"")),
    INVENTED_ERROR_FOR_EXPIRED("an unregistered code", expired(), challenge("invalid_token", "token_expired")),
    INVALID_REQUEST_FOR_SIGNATURE("the code of a 400", badSignature(), challenge("invalid_token", "invalid_request")),
    INSUFFICIENT_SCOPE_ON_401("the code of a 403", badToken(), challenge("invalid_token", "insufficient_scope")),
    INVALID_TOKEN_ON_403("the code of a 401", insufficientScope(), challenge("insufficient_scope", "invalid_token")),
    NO_ERROR_FOR_BAD_TOKEN("a bad token gets no error code", badToken(), Spoiling::hideError),
    NO_SCOPE_ON_403("the needed scope is not named", insufficientScope(), Spoiling::hideScope),
    NON_ASCII_DESCRIPTION("error_description has an umlaut", badToken(), challenge("is invalid", "ist ungültig")),
    QUOTE_IN_DESCRIPTION("error_description has a quote", badToken(), challenge("invalid or", "\\\"bad\\\" or")),
    COMMA_IN_SCOPE("scopes are parted by commas", insufficientScope(), challenge("scope=\"", "scope=\"admin,")),
    DOUBLE_SPACE_IN_SCOPE("two spaces between scopes", insufficientScope(), challenge("scope=\"", "scope=\"admin  ")),
    ERROR_URI_IS_NO_URI("error_uri is a sentence", badToken(), addToChallenge(", error_uri=\"see docs page\"")),

    // where the API describes itself, and step-up authentication
    NO_RESOURCE_METADATA("the metadata is not named", unauthorized(), Spoiling::hideMetadata),
    RELATIVE_RESOURCE_METADATA(
            "the metadata's URL is relative",
            unauthorized(),
            challenge("metadata=\"https://orders.example", "metadata=\"")),
    STEP_UP_ON_403(
            "another authentication is asked for by a 403",
            insufficientScope(),
            challenge("insufficient_scope\"", "insufficient_user_authentication\", max_age=\"300\"")),
    STEP_UP_TO_NOWHERE(
            "another authentication is asked for, and not which",
            expired(),
            challenge("invalid_token", "insufficient_user_authentication")),
    NEGATIVE_MAX_AGE("max_age is negative", expired(), addToChallenge(", max_age=\"-1\"")),
    COMMA_IN_ACR_VALUES("acr_values are parted by commas", expired(), addToChallenge(", acr_values=\"phr,phrh\"")),

    // the body
    NO_TITLE("the problem has no title", any(), refusal -> refusal.withProblem(problem -> problem.remove("title"))),
    BROKEN_JSON("the body ends too early", any(), refusal -> refusal.withBody("{\"title\":")),
    PLAIN_TEXT_AS_JSON("the body is no JSON at all", any(), refusal -> refusal.withBody("Go away")),
    HTML_BODY("the body is a web page", any(), body("text/html", "<html><body>Access denied</body></html>")),
    JSON_AS_HTML("the problem is labelled text/html", any(), contentType("text/html")),
    PROBLEM_AS_PLAIN_JSON("the problem is labelled application/json", any(), contentType("application/json")),
    OTHER_STATUS_IN_PROBLEM("the problem tells of another status", any(), problem("status", 418)),
    STATUS_AS_TEXT("the problem's status is a string", any(), Spoiling::statusAsText),
    TYPE_IS_NO_URI("the problem's type is no URI", any(), problem("type", "INVALID TOKEN")),
    NO_BODY(
            "there is no body",
            any(),
            refusal -> refusal.without("Content-Type").withBody("")),
    ABOUT_BLANK_TITLE("a problem without a type has a title", expired(), problem("type", "about:blank")),
    RELATIVE_TYPE("the problem's type is relative", expired(), problem("type", "invalid-token")),
    HYPHEN_IN_EXTENSION("an extension's name has a hyphen", expired(), problem("x-id", "17")),
    OTHER_ERROR_IN_BODY("the body tells of another error", expired(), problem("error", "invalid_request")),
    UMLAUT_IN_OAUTH_BODY("a body like an OAuth error has an umlaut", expired(), Spoiling::umlautInOauthBody),
    BYTE_ORDER_MARK("a byte order mark stands before the JSON", expired(), Spoiling::markByteOrder),
    DETAIL_ALONE(
            "the problem has a detail only",
            expired(),
            refusal -> refusal.withProblem(problem -> problem.keySet().retainAll(Set.of("status", "detail")))),
    MESSAGE_FOR_ERROR(
            FlawedSuite.OAUTH,
            "the body has a message in place of an error",
            expired(),
            body("application/json", "{\"message\":\"The access token has expired\"}")),
    OTHER_ERROR_IN_OAUTH_BODY(
            FlawedSuite.OAUTH,
            "the body has another error than the challenge",
            expired(),
            problem("error", "invalid_grant")),
    OTHER_REALM(
            FlawedSuite.OAUTH,
            "the realm is another than the contract's",
            expired(),
            challenge("\"orders\"", "\"shop\"")),
    NO_HEADER_OF_THE_CONTRACT(
            FlawedSuite.OAUTH,
            "a header that the contract names is missing",
            expired(),
            refusal -> refusal.without(NOSNIFF)),
    CACHEABLE("Cache-Control is missing", any(), refusal -> refusal.without("Cache-Control")),
    CACHEABLE_BY_ALL("any cache may keep it", any(), header("Cache-Control", "public, max-age=60")),
    HIDDEN_AND_CACHEABLE("a 404 hides the resource, and caches may keep it", insufficientScope(), Spoiling::hide),
    THROTTLED_FROM_CACHE(FlawedSuite.THROTTLED, "a 429 may be kept for a minute", noToken(), Spoiling::throttle),
    BODY_MAY_BE_SNIFFED("browsers may guess what the body is", expired(), refusal -> refusal.without(NOSNIFF)),
    SESSION_FOR_STRANGERS("a refusal starts a session", noToken(), header("Set-Cookie", "SESSION=8c1f; HttpOnly")),
    SESSION_IN_LINK("a link carries a session", noToken(), header("Link", "</login;jsessionid=8c1f>; rel=\"login\"")),
    NOTHING_FOR_PROGRAMS("a sentence is all there is to read", expired(), Spoiling::tellPeopleOnly),
    MARKUP_IN_DESCRIPTION("error_description has tags", badToken(), challenge("is invalid", "is <b>invalid</b>")),
    OTHER_CODE_IN_BODY("a form of its own tells of another status", expired(), Spoiling::tellOtherCode),
    WRONG_CODE_IN_BODY_ALONE("the only code is another reason's", expired(), Spoiling::tellCodeInBodyAlone),
    LOGIN_PAGE("no token is shown a login page", noToken(), Spoiling::showLogin),

    // the status
    STATUS_403_WITHOUT_TOKEN("no token is answered 403", noToken(), status(403)),
    STATUS_404_WITHOUT_TOKEN("no token is answered 404", noToken(), status(404)),
    STATUS_405_WITHOUT_TOKEN("no token is answered 405", noToken(), status(405)),
    STATUS_407_WITHOUT_TOKEN("no token is answered 407", noToken(), status(407)),
    STATUS_429_WITHOUT_TOKEN(FlawedSuite.THROTTLED, "no token is answered 429 without a time", noToken(), status(429)),
    STATUS_400_FOR_EXPIRED("an expired token is answered 400", expired(), status(400)),
    STATUS_401_FOR_SCOPE("a missing scope is answered 401", insufficientScope(), status(401)),
    STATUS_498_FOR_EXPIRED("an expired token gets an unregistered status", expired(), status(498)),
    STATUS_200_WITH_ERROR("a refusal is answered 200", unauthorized(), status(200)),
    LOGIN_REDIRECT("no token leads to a login page", noToken(), Spoiling::redirectToLogin),
    CRASH_ON_MALFORMED("a malformed token crashes the API", malformed(), Spoiling::crash),
    CRASH_ON_WRONG_SCHEME("another scheme crashes the API", wrongScheme(), Spoiling::crash),
    CONNECTION_DROPPED("a malformed token cuts the connection", malformed(), Refusal::asDropped),

    // what comes back that must not
    TOKEN_IN_BODY(
            "the body repeats the token",
            badToken(),
            refusal -> refusal.withProblem(problem -> problem.put("detail", "Bad token " + token(refusal)))),
    TOKEN_IN_CHALLENGE(
            "the challenge repeats the token",
            badToken(),
            refusal -> refusal.withChallenge(text -> text.replace("token is", "token " + token(refusal) + " is"))),
    PAYLOAD_IN_HEADER(
            "a debug header repeats the token's payload",
            expired(),
            refusal -> refusal.withHeader("X-Debug-Claims", payload(refusal))),
    VERSION_IN_HEADER("a header tells the server's version", any(), header("Server", "Jetty(12.0.9)")),
    STACK_TRACE_IN_BODY("a stack trace tells which check failed", badSignature(), problem("detail", """
            com.example.SignatureException: RS256 mismatch
            \tat com.example.orders.TokenFilter.verify(TokenFilter.java:57)""")),
    QUERY_IN_BODY("a query is shown", expired(), problem("detail", "No row: SELECT id FROM tokens WHERE hash = ?")),
    PATH_IN_BODY("a path is shown", expired(), problem("detail", "Cannot read /etc/orders/issuer.pem")),
    INTERNAL_HOST_IN_HEADER(
            "a header names an internal host",
            expired(),
            refusal -> refusal.withHeader("X-Upstream", "http://10.0.3.17:8080")),
    ORACLE_IN_CHALLENGE(
            "the challenge says what a token has to hold",
            expired(),
            challenge("access token is invalid", "issuer must be 'https://auth.example'")),
    VERSION_IN_BODY("a product shows its version", expired(), problem("detail", "Refused by nginx/1.25.3")),

    // what gets through
    NO_TOKEN_ACCEPTED("no token is accepted", Ground.NO_TOKEN),
    FOREIGN_SCHEME_ACCEPTED("another scheme is accepted", Ground.WRONG_SCHEME),
    MALFORMED_TOKEN_ACCEPTED("a malformed token is accepted", Ground.MALFORMED_TOKEN),
    BAD_SIGNATURE_ACCEPTED("the signature is not verified", Ground.BAD_SIGNATURE),
    EXPIRED_TOKEN_ACCEPTED("the expiry is not looked at", Ground.EXPIRED_TOKEN),
    WRONG_AUDIENCE_ACCEPTED("tokens for other APIs are accepted", Ground.WRONG_AUDIENCE),
    INSUFFICIENT_SCOPE_ACCEPTED("the scope is not looked at", Ground.INSUFFICIENT_SCOPE),
    REPEATED_HEADER_ACCEPTED("two credentials are accepted", Ground.REPEATED_CREDENTIALS);

    private final FlawedSuite suite;
    private final String description;
    private final Set<Ground> touched;
    private final boolean accepts;
    private final UnaryOperator<Refusal> spoiling;

    Flaw(String description, Set<Ground> touched, UnaryOperator<Refusal> spoiling) {
        this(FlawedSuite.ORDERS, description, touched, spoiling);
    }

    Flaw(FlawedSuite suite, String description, Set<Ground> touched, UnaryOperator<Refusal> spoiling) {
        this.suite = suite;
        this.description = description;
        this.touched = touched;
        this.accepts = false;
        this.spoiling = spoiling;
    }

    Flaw(String description, Ground overlooked) {
        this.suite = FlawedSuite.ORDERS;
        this.description = description;
        this.touched = EnumSet.of(overlooked);
        this.accepts = true;
        this.spoiling = UnaryOperator.identity();
    }

    /** The constant's name in kebab-case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The suite that it is tried with, and whose API it is a flaw of. */
    FlawedSuite suite() {
        return suite;
    }

    /** What is wrong, in a few words. */
    public String description() {
        return description;
    }

    /** The conditions under which the flaw shows, as suites name them. */
    public List<String> conditions() {
        return touched.stream().map(Ground::condition).toList();
    }

    /** Whether this flaw shows when a request has this wrong with it. */
    public boolean touches(Ground ground) {
        return touched.contains(ground);
    }

    @Override
    public boolean overlooks(Ground ground) {
        return accepts && touches(ground);
    }

    @Override
    public Refusal spoil(Refusal correct) {
        return touches(correct.ground()) ? spoiling.apply(correct) : correct;
    }
}
