package dev.naysayer.examples.correct;

import static dev.naysayer.examples.liberty.Liberty.ACCESS_TOKEN_TYPE_REFUSED;
import static dev.naysayer.examples.liberty.Liberty.HEADER_ALONE_COUNTS;
import static dev.naysayer.examples.liberty.Liberty.KEY_ID_NEEDED;
import static dev.naysayer.examples.liberty.Liberty.LAST_FIELD_COUNTS;
import static dev.naysayer.examples.liberty.Liberty.NO_LEEWAY;
import static dev.naysayer.examples.liberty.Liberty.OLD_TOKENS_REFUSED;
import static dev.naysayer.examples.liberty.Liberty.PLAIN_TEXT;
import static dev.naysayer.examples.liberty.Liberty.RESOURCE_FIRST;
import static dev.naysayer.examples.liberty.Liberty.STEP_UP_ASKED;
import static dev.naysayer.examples.liberty.Liberty.TRACE_ECHOED;
import static dev.naysayer.examples.liberty.Liberty.UNREADABLE_IS_BAD_REQUEST;

import dev.naysayer.examples.liberty.Liberty;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A correct API: a style, and how free it is. */
@SuppressWarnings("ImmutableEnumChecker") // sets that nobody changes
enum CorrectApi {
    STRICT_BEARER(Style.BEARER, Set.of()),
    FREE_BEARER(Style.BEARER, free()),
    OTHERWISE_FREE_BEARER(Style.BEARER, otherwise()),
    GRAPHQL(Style.GRAPHQL, Set.of()),
    STRICT_GRAPHQL_CURRENT(Style.GRAPHQL_CURRENT, Set.of()),
    FREE_GRAPHQL_CURRENT(Style.GRAPHQL_CURRENT, freeBehindTheGate()),
    MCP(Style.MCP, Set.of()),
    STRICT_PASSWORD(Style.PASSWORD, Set.of()),
    FREE_PASSWORD(Style.PASSWORD, free()),
    OTHERWISE_FREE_PASSWORD(Style.PASSWORD, otherwise()),
    STRICT_DIGEST(Style.DIGEST, Set.of()),
    STRICT_KEY_IN_HEADER(Style.KEY_IN_HEADER, Set.of()),
    FREE_KEY_IN_HEADER(Style.KEY_IN_HEADER, free()),
    OTHERWISE_FREE_KEY_IN_HEADER(Style.KEY_IN_HEADER, otherwise()),
    STRICT_KEY_IN_QUERY(Style.KEY_IN_QUERY, Set.of()),
    FREE_KEY_IN_QUERY(Style.KEY_IN_QUERY, free()),
    STRICT_SESSION(Style.SESSION, Set.of()),
    FREE_SESSION(Style.SESSION, free());

    private final Style style;
    private final Set<Liberty> liberties;

    CorrectApi(Style style, Set<Liberty> liberties) {
        this.style = style;
        this.liberties = liberties;
    }

    /** All liberties but those that exclude one of them, or hide it. */
    private static Set<Liberty> free() {
        return EnumSet.complementOf(EnumSet.copyOf(otherwise()));
    }

    /** Where all is one path, a request without a document is no operation, and must not be answered before anybody asks who sends it. */
    private static Set<Liberty> freeBehindTheGate() {
        Set<Liberty> free = EnumSet.copyOf(free());
        free.removeAll(EnumSet.of(RESOURCE_FIRST, TRACE_ECHOED));
        return free;
    }

    private static Set<Liberty> otherwise() {
        return EnumSet.of(
                LAST_FIELD_COUNTS,
                HEADER_ALONE_COUNTS,
                UNREADABLE_IS_BAD_REQUEST,
                PLAIN_TEXT,
                ACCESS_TOKEN_TYPE_REFUSED,
                KEY_ID_NEEDED,
                NO_LEEWAY,
                OLD_TOKENS_REFUSED,
                STEP_UP_ASKED);
    }

    Style style() {
        return style;
    }

    Set<Liberty> liberties() {
        return liberties;
    }

    /** The constant's name in kebab-case. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
