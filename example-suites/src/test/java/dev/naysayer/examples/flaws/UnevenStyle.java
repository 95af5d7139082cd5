package dev.naysayer.examples.flaws;

import dev.naysayer.examples.flaws.UnevenApi.Asked;
import java.util.Map;
import java.util.Set;

/** What a house may decide, each with the suite that asks for it; all of them are right. */
enum UnevenStyle {
    /** Every bad token gets the same answer. */
    OPAQUE(UnevenContractTest.Opaque.class),
    /** Programs are told what was wrong. */
    DISTINCT(UnevenContractTest.Distinct.class) {
        @Override
        Told refused(Asked asked, String origin) {
            return super.refused(asked, origin).replacing("invalid-token", asked.cause());
        }
    },
    /** What somebody may not see is not there. */
    HIDING(UnevenContractTest.Hiding.class) {
        @Override
        Told refused(Asked asked, String origin) {
            return asked.cause().equals("insufficient-scope") ? NOWHERE : super.refused(asked, origin);
        }
    },
    /** User names and passwords. */
    PASSWORDS(UnevenContractTest.Passwords.class) {
        @Override
        Told refused(Asked asked, String origin) {
            return Told.problem(401, "invalid-password", "Wrong user or password")
                    .withChallenge("Basic realm=\"uneven\"");
        }
    },
    /** Pages ask for user name and password in a form of their own. */
    LOGIN_PAGES(UnevenContractTest.LoginPages.class) {
        @Override
        Told refused(Asked asked, String origin) {
            Told refused = PASSWORDS.refused(asked, origin);
            return asked.script() ? refused.withChallenge("xBasic realm=\"uneven\"") : refused;
        }
    },
    /** Pages of one other origin may read everything. */
    PAGES(UnevenContractTest.Pages.class) {
        @Override
        Told answer(Asked asked, String origin) {
            Told answer = (asked.isPreflight() ? PREFLIGHT : super.answer(asked, origin)).with("Vary", "Origin");
            return PAGE.equals(asked.origin())
                    ? answer.with(ALLOW_ORIGIN, PAGE).with(EXPOSE_HEADERS, Told.CHALLENGE)
                    : answer;
        }
    },
    /** The same, where the browser adds cookies. */
    PAGES_WITH_COOKIES(UnevenContractTest.PagesWithCookies.class) {
        @Override
        Told answer(Asked asked, String origin) {
            return PAGES.answer(asked, origin).with("Access-Control-Allow-Credentials", "true");
        }
    },
    /** Pages of all origins may read everything, which without cookies is nobody's harm. */
    PAGES_OF_ALL(UnevenContractTest.Pages.class) {
        @Override
        Told answer(Asked asked, String origin) {
            return (asked.isPreflight() ? PREFLIGHT : super.answer(asked, origin))
                    .with(ALLOW_ORIGIN, "*")
                    .with(EXPOSE_HEADERS, "*");
        }
    };

    static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
    static final String ALLOW_HEADERS = "Access-Control-Allow-Headers";
    static final String ALLOW_METHODS = "Access-Control-Allow-Methods";
    static final String EXPOSE_HEADERS = "Access-Control-Expose-Headers";

    private static final String PAGE = "https://app.example";
    private static final Told PREFLIGHT =
            new Told(204, Map.of(ALLOW_METHODS, "GET, DELETE", ALLOW_HEADERS, "Authorization"), "");

    private static final Told NOWHERE = Told.problem(404, "not-found", "Not found");

    private final Class<?> contract;

    UnevenStyle(Class<?> contract) {
        this.contract = contract;
    }

    /** The class that names the suite. */
    Class<?> contract() {
        return contract;
    }

    /** The right answer. */
    Told answer(Asked asked, String origin) {
        if (asked.path().equals(UnevenApi.WELL_KNOWN)) {
            return Told.json("{\"resource\": \"%s\", \"scopes_supported\": [\"orders:read\"]}".formatted(origin));
        }
        if (!asked.cause().equals("good")) {
            return refused(asked, origin);
        }
        return Set.of("/orders", "/orders/1001").contains(asked.path()) ? Told.json("[]") : NOWHERE;
    }

    Told refused(Asked asked, String origin) {
        String realm = "Bearer realm=\"uneven\", resource_metadata=\"%s%s\"".formatted(origin, UnevenApi.WELL_KNOWN);
        return switch (asked.cause()) {
            case "no-token" -> Told.problem(401, "no-token", "Token needed").withChallenge(realm);
            case "insufficient-scope" ->
                Told.problem(403, "insufficient-scope", "Another scope needed")
                        .withChallenge("Bearer error=\"insufficient_scope\", scope=\"orders:read\"");
            default ->
                Told.problem(401, "invalid-token", "Invalid token").withChallenge(realm + ", error=\"invalid_token\"");
        };
    }
}
