package dev.naysayer.engine.credential.source;

import dev.naysayer.dsl.NamedSettings.Setting;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.SourceContext;
import dev.naysayer.engine.credential.SourceFailed;
import dev.naysayer.engine.credential.Token;
import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.credential.TokenRequest;
import dev.naysayer.engine.credential.TokenSupply;
import dev.naysayer.engine.credential.jwt.PublishedKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gives the tokens of a suite as they are, and a fresh good one where a command can make it. */
final class GivenTokens implements TokenSupply {

    /** A good token that expires sooner than this is asked for again. */
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private final Map<String, Setting> settings;
    private final PublishedKey published;
    private final SourceContext context;
    private @Nullable Secret fresh;

    GivenTokens(Map<String, Setting> settings, PublishedKey published, SourceContext context) {
        this.settings = settings;
        this.published = published;
        this.context = context;
    }

    @Override
    public Token token(TokenRequest request) throws NotObtainable, SourceFailed {
        if (request.need() == TokenNeed.Kind.GOOD) {
            return good(setting(GivenToken.GOOD));
        }
        Secret captured = setting(request.condition()).value();
        return new Token(captured, TokenText.expiry(captured.reveal()));
    }

    @Override
    public boolean captured() {
        return true;
    }

    @Override
    public PublishedKey published() {
        return published;
    }

    private Setting setting(String name) throws NotObtainable {
        Setting setting = settings.get(name);
        if (setting == null) {
            throw new NotObtainable(
                    "no token was given for '%s'".formatted(name), "it below 'token': '%s: ${…}'".formatted(name));
        }
        return setting;
    }

    private synchronized Token good(Setting setting) throws SourceFailed {
        Secret known = fresh == null ? setting.value() : fresh;
        if (expiresWithin(MARGIN, known) && setting.again() != null) {
            known = again(setting.again(), known);
            fresh = known;
        }
        if (expiresWithin(Duration.ZERO, known)) {
            throw new SourceFailed("the token under 'good' has expired: give a fresh one,"
                    + " or a command that gives one each time: ${command:…}");
        }
        return new Token(known, TokenText.expiry(known.reveal()));
    }

    /** What the command gives now; the known token, where it gives nothing. */
    private Secret again(Supplier<@Nullable Secret> command, Secret known) throws SourceFailed {
        Secret next = command.get();
        if (next == null) {
            return known;
        }
        Optional<String> fault = TokenText.fault(next.reveal());
        if (fault.isPresent()) {
            throw new SourceFailed(
                    "what 'good' refers to is no token any more, it %s: let its command give the token alone"
                            .formatted(fault.get()));
        }
        context.secrets().accept(next);
        return next;
    }

    private boolean expiresWithin(Duration time, Secret token) {
        Instant expiry = TokenText.expiry(token.reveal());
        return expiry != null && !context.clock().instant().plus(time).isBefore(expiry);
    }
}
