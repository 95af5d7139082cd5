package dev.naysayer.engine.credential.digest;

import dev.naysayer.dsl.Secret;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A Digest credential on its way: what is known before there is a challenge and a request.
 *
 * <p>Problem: the response follows from the API's nonce, from method, target and body, and conditions know nothing of these. Choice: a
 * mark travels in its place, which any condition may move, double or part in the middle, and the answer takes the mark's place
 * where the request is written.
 *
 * @param mark two words that stand nowhere else, one for each half of the answer
 * @param user the user name
 * @param password the password
 * @param change what is wrong with the answer
 * @param nonce whose nonce it has
 * @param lifetime how long a nonce holds, in seconds; 0 where nobody has said
 * @param turn what it is about, or null before that is known
 * @param heard is told of each response, which shows who knows the password
 */
public record DigestReply(
        String mark,
        String user,
        Secret password,
        DigestChange change,
        Nonce nonce,
        int lifetime,
        @Nullable DigestTurn turn,
        Consumer<Secret> heard) {

    /** Whose nonce an answer has. */
    public enum Nonce {
        /** One that other answers have had before: it is asked for once. */
        SHARED,
        /** One of its own, since it spoils it, or counts. */
        OWN,
        /** One of its own that has become too old. */
        OLD
    }

    /** One that is about to answer whatever challenge comes. */
    public static DigestReply of(String user, Secret password, int lifetime) {
        return new DigestReply(
                mark(UUID.randomUUID()), user, password, DigestChange.NONE, Nonce.SHARED, lifetime, null, it -> {});
    }

    private static String mark(UUID random) {
        return random.toString().replace("-", "");
    }

    /** Another one like this; each has its own count. */
    public DigestReply again() {
        return new DigestReply(mark(UUID.randomUUID()), user, password, change, nonce, lifetime, turn, heard);
    }

    /** The same with something wrong in it. */
    public DigestReply with(DigestChange other) {
        return new DigestReply(mark(UUID.randomUUID()), user, password, other, nonce, lifetime, turn, heard);
    }

    /** The same with another nonce. */
    public DigestReply with(Nonce other) {
        return new DigestReply(mark, user, password, change, other, lifetime, turn, heard);
    }

    /** The same, once it is known what it answers. */
    public DigestReply with(DigestTurn other, Consumer<Secret> toHear) {
        return new DigestReply(mark, user, password, change, nonce, lifetime, other, toHear);
    }

    /** Whether nothing is wrong with it, so that it gets through if the nonce does. */
    public boolean isGood() {
        return change.equals(DigestChange.NONE);
    }

    /** Whether a text has this answer in it. */
    public boolean isIn(String text) {
        return text.contains(half(0)) || text.contains(half(1));
    }

    private String half(int index) {
        int middle = mark.length() / 2;
        return index == 0 ? mark.substring(0, middle) : mark.substring(middle);
    }

    /**
     * A field's value with the answer in the mark's place.
     *
     * @throws IllegalStateException if nobody has said what it answers
     */
    public String filled(String text, String method, String target, byte[] body) {
        if (!isIn(text)) {
            return text;
        }
        String answer = answer(method, target, body);
        int middle = answer.length() / 2;
        return text.replace(half(0), answer.substring(0, middle)).replace(half(1), answer.substring(middle));
    }

    private String answer(String method, String target, byte[] body) {
        if (turn == null) {
            throw new IllegalStateException("a Digest credential is sent before anybody asked for a challenge");
        }
        DigestAnswer good =
                new DigestAnswer(turn.challenge(), user, password, method, target, body, turn.nc(), turn.cnonce());
        DigestAnswer meant = change.facts().apply(good);
        heard.accept(meant.response());
        List<DigestParam> params = change.params().apply(meant.params());
        return params.stream().map(DigestParam::toString).collect(Collectors.joining(", "));
    }
}
