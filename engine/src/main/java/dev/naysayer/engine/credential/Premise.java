package dev.naysayer.engine.credential;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.condition.CredentialConditions;
import dev.naysayer.engine.credential.jwt.JwtChange;
import dev.naysayer.engine.credential.jwt.JwtDraft;
import dev.naysayer.engine.credential.jwt.JwtForge;
import dev.naysayer.engine.credential.jwt.ReadToken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a captured token can be what its condition says, as far as it can be read.
 *
 * <p>Every API refuses garbage in the place of an expired token, and none refuses one that is still good: either verdict would
 * be about the suite. Of a token that is no JWT where the good one is none either, nothing is known but that they differ.
 *
 * @param request what was asked for
 * @param good the good token for the same scopes, or null where there is none
 * @param now when the token is about to be sent
 * @param leeway how far the API's clock may be off
 */
record Premise(TokenRequest request, @Nullable Secret good, Instant now, Duration leeway) {

    /** RFC 6750 section 2.1. */
    private static final Pattern BEARER_TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    /** Facts of a condition whose tokens need not be readable at all. */
    private static final Set<String> UNREADABLE = Set.of("form", "header", "payload");

    /** An issuer may keep these opaque, also where its access tokens are JWTs. */
    private static final String REFRESH_TOKEN = "refresh-token";

    private static final String ENVIRONMENT = "token-of-another-environment";

    /**
     * Ends quietly where nothing that can be read speaks against the token.
     *
     * @throws SourceFailed if something does; its message says what was read and what to give, and quotes no token
     */
    void check(Secret captured) throws SourceFailed {
        String text = captured.reveal();
        if (good != null && text.equals(good.reveal())) {
            throw wrong("it is the good one", "give the one that the name speaks of, or leave it out");
        }
        if (facts().stream().anyMatch(UNREADABLE::contains)) {
            return;
        }
        checkCharacters(text);
        JwtDraft known = good == null ? null : read(good.reveal());
        JwtDraft draft = read(text);
        if (draft != null) {
            checkTimes(draft, known);
        }
        if (draft != null && known != null) {
            checkAgainst(new ReadToken(known), new ReadToken(draft));
            checkForged(known, draft);
        }
        if (draft == null && known != null && !isOwn() && !request.condition().equals(REFRESH_TOKEN)) {
            throw wrong("it is no JWT, and the good one is", "let its reference give the token alone");
        }
    }

    private List<String> facts() {
        return CredentialConditions.find(request.condition())
                .map(condition -> condition.info().changes())
                .orElse(List.of());
    }

    /** A suite's own, of which only its author knows in what it differs from the good one. */
    private boolean isOwn() {
        return CredentialConditions.find(request.condition()).isEmpty();
    }

    /** Some APIs have tokens of other characters; then the good one has them as well. */
    private void checkCharacters(String text) throws SourceFailed {
        boolean strange = !BEARER_TOKEN.matcher(text).matches();
        if (strange && good != null && BEARER_TOKEN.matcher(good.reveal()).matches()) {
            throw wrong(
                    "it holds characters that no bearer token has (RFC 6750 section 2.1), and the good one has none of them",
                    "let its reference give the token alone");
        }
    }

    private void checkTimes(JwtDraft draft, @Nullable JwtDraft known) throws SourceFailed {
        Number expiry = ReadToken.number(draft, "exp");
        if (request.need() == TokenNeed.Kind.EXPIRED) {
            checkExpired(expiry, known);
        } else if (expiry != null && !facts().contains("claim exp") && expiry.doubleValue() <= now.getEpochSecond()) {
            throw wrong(
                    "its exp, %s, has passed, so it would be refused for that".formatted(ReadToken.time(expiry)),
                    "give one that is still good, or a command that gives one each time: ${command:…}");
        }
    }

    private void checkExpired(@Nullable Number expiry, @Nullable JwtDraft known) throws SourceFailed {
        String step = "give one that expired longer ago than the leeway of %d s".formatted(leeway.toSeconds());
        if (expiry != null && side(expiry) != Side.LONG_AGO) {
            throw wrong("its exp, %s, %s".formatted(ReadToken.time(expiry), lies(expiry)), step);
        }
        if (expiry == null && known != null && ReadToken.number(known, "exp") != null) {
            throw wrong("it says nothing of when it expires, and the good one does", step);
        }
    }

    /** What only a source can bring about. */
    private void checkAgainst(ReadToken known, ReadToken captured) throws SourceFailed {
        boolean sameApi = !known.audience().isEmpty() && captured.audience().containsAll(known.audience());
        if (request.need() == TokenNeed.Kind.OTHER_AUDIENCE && sameApi) {
            throw wrong(
                    "its aud holds %s, as that of the good one does".formatted(ReadToken.shown(known.audience())),
                    "give one that was issued for another API");
        }
        if (request.need() == TokenNeed.Kind.OTHER_SCOPE
                && !request.scopes().isEmpty()
                && captured.carries(request.scopes())) {
            throw wrong(
                    "its scope holds %s, which is what the operation needs"
                            .formatted(ReadToken.shown(request.scopes())),
                    "give one without");
        }
        if (request.condition().equals(ENVIRONMENT) && sameApi && known.hasIssuerOf(captured)) {
            throw wrong("its iss and aud are those of the good one", "give one that another environment issued");
        }
        boolean onlyOneFact = request.need() instanceof TokenNeed.Kind kind && kind != TokenNeed.Kind.CAPTURED;
        if (onlyOneFact && known.issuer() != null && captured.issuer() != null && !known.hasIssuerOf(captured)) {
            throw wrong(
                    "its iss is %s and that of the good one %s, so it would be refused for that"
                            .formatted(
                                    ReadToken.shown(List.of(captured.issuer())),
                                    ReadToken.shown(List.of(known.issuer()))),
                    "give one of the same issuer");
        }
    }

    /** What the condition would make of the good token has to be found in the captured one. */
    private void checkForged(JwtDraft known, JwtDraft draft) throws SourceFailed {
        if (!(request.need() instanceof TokenNeed.Forged forged)) {
            return;
        }
        JwtDraft meant = meant(forged.change(), known);
        List<Fact> changed = facts().stream()
                .flatMap(name -> Fact.of(name, meant, known, draft).stream())
                .filter(fact -> meant == null || !fact.isGood(fact.meant()))
                .toList();
        if (!changed.isEmpty() && changed.stream().allMatch(fact -> fact.isGood(fact.captured()))) {
            throw wrong(
                    "its %s is that of the good one".formatted(changed.get(0).name()),
                    "give one that differs there, or leave it out");
        }
        for (Fact fact : changed) {
            checkTime(fact);
        }
    }

    /** Null where only who has the trusted key could tell. */
    private @Nullable JwtDraft meant(JwtChange change, JwtDraft known) {
        try {
            return change.apply(known, new JwtForge(now, leeway, null));
        } catch (NotObtainable e) {
            return null;
        }
    }

    private void checkTime(Fact fact) throws SourceFailed {
        if (fact.isTime()
                && fact.meant() instanceof Number meant
                && fact.captured() instanceof Number captured
                && side(meant) != side(captured)) {
            throw wrong(
                    "its %s, %s, %s".formatted(fact.name(), ReadToken.time(captured), lies(captured)),
                    "give one whose %s %s".formatted(fact.name(), lies(meant)));
        }
    }

    /** Where a time lies, seen from now. */
    private enum Side {
        LONG_AGO,
        NEAR,
        AHEAD
    }

    private Side side(Number time) {
        double distance = time.doubleValue() - now.getEpochSecond();
        return Math.abs(distance) <= leeway.toSeconds() ? Side.NEAR : distance < 0 ? Side.LONG_AGO : Side.AHEAD;
    }

    private String lies(Number time) {
        return switch (side(time)) {
            case LONG_AGO -> "lies longer ago than the leeway of %d s".formatted(leeway.toSeconds());
            case NEAR -> "is no more than the leeway of %d s away".formatted(leeway.toSeconds());
            case AHEAD -> "lies ahead";
        };
    }

    private static @Nullable JwtDraft read(String text) {
        try {
            return JwtForge.read(text);
        } catch (SourceFailed e) {
            return null;
        }
    }

    private SourceFailed wrong(String because, String step) {
        return new SourceFailed(
                "the token under '%s' is not what its name says: %s; %s".formatted(request.condition(), because, step));
    }

    /** One fact of a condition: a claim or a member of the header, in three tokens. */
    private record Fact(
            String name,
            @Nullable Object meant,
            @Nullable Object good,
            @Nullable Object captured) {

        private static final Set<String> TIMES = Set.of("exp", "nbf", "iat");

        /** Empty for what is neither, such as the signature. */
        static List<Fact> of(String fact, @Nullable JwtDraft meant, JwtDraft good, JwtDraft captured) {
            String[] words = fact.split(" ", 2);
            if (words.length < 2) {
                return List.of();
            }
            return switch (words[0]) {
                case "claim" ->
                    List.of(of(words[1], meant == null ? Map.of() : meant.claims(), good.claims(), captured.claims()));
                case "header" ->
                    List.of(of(words[1], meant == null ? Map.of() : meant.header(), good.header(), captured.header()));
                default -> List.of();
            };
        }

        private static Fact of(
                String name, Map<String, Object> meant, Map<String, Object> good, Map<String, Object> captured) {
            return new Fact(name, meant.get(name), good.get(name), captured.get(name));
        }

        boolean isTime() {
            return TIMES.contains(name);
        }

        boolean isGood(@Nullable Object value) {
            return String.valueOf(value).equals(String.valueOf(good));
        }
    }
}
