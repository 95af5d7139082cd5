package dev.naysayer.reports.drift;

import java.util.Locale;

/** In what two answers to the same case may differ, what weighs most first. */
public enum DriftKind {
    STATUS("status", "clients are told another reason, or somebody is let in"),
    ERROR_CODE("error code", "clients decide by it whether to refresh the token or to give up"),
    CHALLENGE_DROPPED("challenge dropped", "clients are not told how to authenticate"),
    CHALLENGE_UNREADABLE("challenge unreadable", "a client that reads the field by its grammar finds nothing in it"),
    PARAMETER_DROPPED("parameter dropped", "what it says, a scope or a realm, is lost on the way"),
    PARAMETER_CHANGED("parameter changed", "clients are told something else"),
    PARAMETER_REQUOTED("parameter re-quoted", "some parameters allow only one of the two forms"),
    CHALLENGE_REWRITTEN(
            "challenges folded",
            "the same challenges in other lines, order or letters: many clients read only the first line"),
    RULES("rules broken", "the contract holds in one of the two only"),
    BODY("body", "whoever reads the error reads another one"),
    CACHE("cache", "another answer may be kept by caches"),
    CORS("CORS", "pages of other origins may see the answer in one of the two only"),
    RETRY_AFTER("Retry-After", "clients wait in one of the two only"),
    ANSWERED_BY("who answered", "something else than the API may have answered");

    private final String word;
    private final String meaning;

    DriftKind(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    /** As people read it. */
    public String word() {
        return word;
    }

    /** What it means for whoever calls the API. */
    public String meaning() {
        return meaning;
    }

    /** As a command and a program name it, {@code error-code}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is of what stands around an API, which adds the same to every answer or takes it away. */
    boolean isOfSurroundings() {
        return this == CACHE || this == CORS || this == ANSWERED_BY;
    }
}
