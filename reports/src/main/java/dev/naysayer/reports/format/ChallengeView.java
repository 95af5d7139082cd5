package dev.naysayer.reports.format;

import dev.naysayer.engine.evidence.AuthParam;
import dev.naysayer.engine.evidence.Challenge;
import dev.naysayer.engine.evidence.ChallengeField;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.Request;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.Transcript;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The challenges of an answer as a client reads them, part by part.
 *
 * @param parts of all challenges, in their order; empty where the field cannot be read
 * @param broken where the field stops making sense, or null where it does not
 */
record ChallengeView(List<Part> parts, @Nullable Broken broken) {

    private static final String FIELD = "WWW-Authenticate";

    /**
     * A part of a challenge.
     *
     * @param what what it is: {@code scheme}, {@code realm}
     * @param value what it says, without quotes
     * @param form how it was written: {@code quoted}, {@code a token}; empty of a scheme
     * @param marked whether a finding is about it
     */
    record Part(String what, String value, String form, boolean marked) {}

    /**
     * A line that leaves the grammar.
     *
     * @param before what can be read
     * @param from where it stops making sense; empty where it ends too early
     * @param reason {@code expected a closing quote}
     */
    record Broken(String before, String from, String reason) {}

    /** Null where the answer has no challenge. */
    static @Nullable ChallengeView of(Transcript transcript, Collection<Finding> findings) {
        if (transcript.status() == null
                || transcript.responseHeaders().stream().noneMatch(ChallengeView::isChallenge)) {
            return null;
        }
        ChallengeField field = Evidence.of(
                        new Request(transcript.method(), transcript.uri(), List.of(), null),
                        new Response(
                                transcript.status(),
                                transcript.responseHeaders(),
                                new Body(new byte[0], false),
                                List.of()))
                .field();
        if (field instanceof ChallengeField.Broken broken) {
            int at = Math.min(broken.offset(), broken.line().length());
            return new ChallengeView(
                    List.of(),
                    new Broken(broken.line().substring(0, at), broken.line().substring(at), broken.reason()));
        }
        List<Part> parts = ((ChallengeField.Parsed) field)
                .challenges().stream()
                        .flatMap(challenge -> parts(challenge, findings).stream())
                        .toList();
        return parts.isEmpty() ? null : new ChallengeView(parts, null);
    }

    private static boolean isChallenge(Header header) {
        return header.name().equalsIgnoreCase(FIELD);
    }

    private static List<Part> parts(Challenge challenge, Collection<Finding> findings) {
        List<Part> parts = new ArrayList<>();
        boolean scheme = findings.stream().anyMatch(it -> speaksOf(it, "scheme"));
        parts.add(new Part("scheme", challenge.scheme(), "", scheme));
        if (challenge.token68() != null) {
            parts.add(new Part("token68", challenge.token68(), "a token", false));
        }
        for (AuthParam param : challenge.params()) {
            boolean twice = challenge.params(param.name()).size() > 1;
            boolean marked = twice || findings.stream().anyMatch(it -> speaksOf(it, param.name()));
            parts.add(new Part(param.name(), param.value(), param.quoted() ? "quoted" : "a token", marked));
        }
        return parts;
    }

    /** By its name, {@code realm-quoted-string}, or by what it says, {@code error="invalid_token"}. */
    private static boolean speaksOf(Finding finding, String name) {
        String word = name.toLowerCase(Locale.ROOT);
        String rule = "-" + finding.rule() + "-";
        String said = " " + finding.expected();
        return rule.contains("-" + word.replace('_', '-') + "-")
                || said.contains(" " + word + "=")
                || String.valueOf(finding.actual()).startsWith(word + " ");
    }
}
