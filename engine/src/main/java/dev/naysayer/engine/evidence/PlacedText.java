package dev.naysayer.engine.evidence;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One text of an answer and where it stands.
 *
 * <p>A parameter of a challenge and a string of a JSON body stand for themselves, without the quotes and escapes around
 * them, so that a search does not run from one into the next.
 *
 * @param place {@code header Location}, {@code error_description}, {@code the body}, {@code the body at /detail}
 * @param text as its reader sees it
 * @param body whether it is a part of the body
 */
public record PlacedText(String place, String text, boolean body) {

    private static final String CHALLENGE = "WWW-Authenticate";
    private static final int LONGEST_POINTER = 200;

    static List<PlacedText> of(Evidence evidence) {
        List<PlacedText> texts = new ArrayList<>();
        boolean parsed = evidence.field() instanceof ChallengeField.Parsed;
        evidence.response().headers().stream()
                .filter(header -> !(parsed && header.name().equalsIgnoreCase(CHALLENGE)))
                .forEach(header -> texts.add(new PlacedText("header " + header.name(), header.value(), false)));
        evidence.challenges().stream()
                .flatMap(challenge -> challenge.params().stream())
                .forEach(param ->
                        texts.add(new PlacedText("%s of the challenge".formatted(param.name()), param.value(), false)));
        JsonNode json = evidence.body().limit() == null ? evidence.body().json() : null;
        if (json != null && json.isContainer()) {
            addStrings("", json, texts);
        } else if (!evidence.body().isEmpty()) {
            texts.add(new PlacedText("the body", evidence.body().text(), true));
        }
        return texts;
    }

    /** The names of members count too: a member may be called {@code stackTrace}. */
    private static void addStrings(String pointer, JsonNode json, List<PlacedText> texts) {
        if (json.isString()) {
            texts.add(inBody(pointer, json.asString()));
        }
        json.properties().forEach(member -> {
            String below = below(pointer, member.getKey());
            texts.add(inBody(below, member.getKey()));
            addStrings(below, member.getValue(), texts);
        });
        if (json.isArray()) {
            for (int index = 0; index < json.size(); index++) {
                addStrings(below(pointer, String.valueOf(index)), json.get(index), texts);
            }
        }
    }

    /** A pointer is there to be read; one that nobody would read costs as much again at each level below it. */
    private static String below(String pointer, String name) {
        return pointer.length() + name.length() < LONGEST_POINTER
                ? pointer + "/" + name
                : pointer.endsWith("/…") ? pointer : pointer + "/…";
    }

    private static PlacedText inBody(String pointer, String text) {
        return new PlacedText("the body at " + pointer, text, true);
    }
}
