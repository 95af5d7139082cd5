package dev.naysayer.examples.flaws;

import dev.naysayer.examples.flaws.UnevenApi.Asked;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** One thing that does not fit together; each answer by itself may be right. */
@SuppressWarnings("ImmutableEnumChecker") // the functions have no state
enum Unevenness {
    OPEN_TO_NOBODY_BUT_POST(
            UnevenStyle.OPAQUE,
            asked -> asked.method().equals("POST") && asked.cause().equals("no-token"),
            told -> new Told(403, told.headers(), told.body())),
    HTML_FROM_POST(
            UnevenStyle.OPAQUE,
            asked -> asked.method().equals("POST"),
            told -> told.with("X-Served-By", "legacy").with("Content-Type", "text/html")),
    OTHER_CODE_FROM_POST(
            UnevenStyle.OPAQUE,
            asked -> asked.method().equals("POST"),
            told -> told.replacing("/invalid-token", "/bad-token")),
    SCOPE_OF_THE_TOKEN(
            UnevenStyle.OPAQUE,
            asked -> asked.cause().equals("insufficient-scope"),
            told -> told.replacing("orders:read", "profile")),
    FOREIGN_TOKEN_TOLD(
            UnevenStyle.OPAQUE,
            asked -> asked.cause().equals("wrong-audience"),
            told -> told.replacing("invalid_token\"", "invalid_token\", error_description=\"not for us\"")),
    ONE_CAUSE_FOR_ALL(
            UnevenStyle.DISTINCT,
            asked -> asked.cause().equals("wrong-audience"),
            told -> told.replacing("wrong-audience", "expired-token")),
    USER_UNKNOWN(
            UnevenStyle.PASSWORDS,
            asked -> asked.cause().equals("unknown-user"),
            told -> told.replacing("Wrong user or password", "No such user")),
    USER_COUNTED(
            UnevenStyle.PASSWORDS,
            asked -> asked.cause().equals("wrong-password"),
            told -> told.replacing("or password", "or password, 2 attempts left")),
    HIDDEN_BUT_THERE(
            UnevenStyle.HIDING,
            asked -> asked.path().equals("/orders/1001"),
            told -> told.replacing("Not found", "Not found for you")),
    HEAD_FORGOTTEN(UnevenStyle.OPAQUE, asked -> asked.method().equals("HEAD"), told -> new Told(404, Map.of(), "")),
    HEAD_OPEN(UnevenStyle.OPAQUE, asked -> asked.method().equals("HEAD"), told -> Told.json("")),
    MAP_FOR_STRANGERS(
            UnevenStyle.OPAQUE,
            asked -> asked.method().equals("PATCH"),
            told -> new Told(405, Map.of("Allow", "GET, POST"), "")),
    PATCH_OPEN(UnevenStyle.OPAQUE, asked -> asked.method().equals("PATCH"), told -> Told.json("[]")),
    OPEN_THE_SECOND_TIME(
            UnevenStyle.OPAQUE,
            asked -> asked.again() && asked.cause().equals("expired-token"),
            told -> Told.json("[]")),
    SECOND_ANSWER(
            UnevenStyle.OPAQUE,
            asked -> asked.again() && asked.cause().equals("expired-token"),
            told -> new Told(400, told.headers(), told.body())),
    TITLE_WITH_METHOD(
            UnevenStyle.OPAQUE,
            asked -> asked.method().equals("POST"),
            told -> told.replacing("Token needed", "Token needed to POST")),
    METADATA_BEHIND_THE_GATE(
            UnevenStyle.OPAQUE, Unevenness::isMetadata, told -> Told.problem(401, "no-token", "Token needed")),
    METADATA_OF_A_PATH(
            UnevenStyle.OPAQUE, Unevenness::isMetadata, told -> told.replacing("\", \"scopes", "/v1\", \"scopes")),
    METADATA_OF_ANOTHER(
            UnevenStyle.OPAQUE, Unevenness::isMetadata, told -> Told.json("{\"resource\": \"https://other.example\"}")),
    METADATA_WITH_EMPTY_LIST(
            UnevenStyle.OPAQUE, Unevenness::isMetadata, told -> told.replacing("[\"orders:read\"]", "[]")),
    METADATA_UNSIGNED(
            UnevenStyle.OPAQUE,
            Unevenness::isMetadata,
            told -> told.replacing("}", ", \"resource_signing_alg_values_supported\": [\"none\"]}")),
    PREFLIGHT_BEHIND_THE_GATE(
            UnevenStyle.PAGES, Asked::isPreflight, told -> Told.problem(401, "no-token", "Token needed")),
    PREFLIGHT_NOT_ROUTED(UnevenStyle.PAGES, Asked::isPreflight, told -> new Told(405, Map.of("Allow", "GET"), "")),
    PREFLIGHT_SENT_TO_LOG_IN(
            UnevenStyle.PAGES, Asked::isPreflight, told -> new Told(302, Map.of("Location", "/login"), "")),
    PREFLIGHT_FOR_ORIGIN_WITH_SLASH(
            UnevenStyle.PAGES, Asked::isPreflight, told -> told.with(UnevenStyle.ALLOW_ORIGIN, "https://app.example/")),
    METHOD_NOT_ALLOWED(UnevenStyle.PAGES, Asked::isPreflight, told -> told.with(UnevenStyle.ALLOW_METHODS, "GET")),
    ANY_HEADER_BUT_THE_TOKENS(UnevenStyle.PAGES, Asked::isPreflight, told -> told.with(UnevenStyle.ALLOW_HEADERS, "*")),
    REFUSAL_WITHOUT_ORIGIN(
            UnevenStyle.PAGES,
            asked -> !asked.isPreflight() && !asked.cause().equals("good"),
            told -> told.without(UnevenStyle.ALLOW_ORIGIN)),
    CHALLENGE_NOT_EXPOSED(
            UnevenStyle.PAGES, asked -> asked.origin() != null, told -> told.without(UnevenStyle.EXPOSE_HEADERS)),
    ANY_ORIGIN_WITH_COOKIES(
            UnevenStyle.PAGES_WITH_COOKIES,
            asked -> asked.origin() != null,
            told -> told.with(UnevenStyle.ALLOW_ORIGIN, "*")),
    ORIGIN_BY_ITS_BEGINNING(
            UnevenStyle.PAGES,
            asked -> asked.origin() != null && asked.origin().startsWith("https://app.example."),
            told -> told.with(UnevenStyle.ALLOW_ORIGIN, "https://app.example.naysayer.invalid")),
    NULL_ON_THE_LIST(
            UnevenStyle.PAGES_WITH_COOKIES,
            asked -> "null".equals(asked.origin()),
            told -> told.with(UnevenStyle.ALLOW_ORIGIN, "null")),
    VARY_FORGOTTEN(UnevenStyle.PAGES, asked -> asked.origin() != null, told -> told.without("Vary")),
    PROMPT_FOR_PAGES(UnevenStyle.LOGIN_PAGES, Asked::script, told -> told.withChallenge("Basic realm=\"uneven\""));

    private final UnevenStyle style;
    private final Predicate<Asked> where;
    private final UnaryOperator<Told> spoiling;

    Unevenness(UnevenStyle style, Predicate<Asked> where, UnaryOperator<Told> spoiling) {
        this.style = style;
        this.where = where;
        this.spoiling = spoiling;
    }

    private static boolean isMetadata(Asked asked) {
        return asked.path().equals(UnevenApi.WELL_KNOWN);
    }

    UnevenStyle style() {
        return style;
    }

    /** What becomes of the right answer; that to a good credential stays, unless a page asks. */
    BiFunction<Asked, Told, Told> flaw() {
        return (asked, told) -> (!asked.cause().equals("good") || asked.origin() != null) && where.test(asked)
                ? spoiling.apply(told)
                : told;
    }

    /** The constant's name in kebab-case. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
