package dev.naysayer.engine.credential.source;

import dev.naysayer.dsl.Destinations;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.EmbeddedIssuer;
import dev.naysayer.engine.credential.IssuerHttp;
import dev.naysayer.engine.credential.SourceContext;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a token source works with in a test: time passes when the test says so, and what is told is kept. */
final class TrialContext {

    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    final List<String> secrets = new ArrayList<>();
    final List<String> progress = new ArrayList<>();
    private Instant now = START;

    /** Stands still until {@link #pass}. */
    final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    void pass(Duration time) {
        now = now.plus(time);
    }

    SourceContext context() {
        return context(IssuerHttp.UNCONNECTED, null);
    }

    SourceContext context(IssuerHttp http) {
        return context(http, null);
    }

    SourceContext context(IssuerHttp http, @Nullable EmbeddedIssuer issuer) {
        return context(clock, Duration.ofSeconds(60), http, issuer);
    }

    /** With an API at this base URL, whose credentials share their log-ins. */
    SourceContext at(IssuerHttp http, String target) {
        SourceContext own = context(http);
        return new SourceContext(
                own.clock(),
                own.leeway(),
                own.longestWait(),
                null,
                http,
                own.destinations(),
                own.secrets(),
                own.progress(),
                URI.create(target),
                new Logins());
    }

    SourceContext context(Clock time, Duration leeway, IssuerHttp http, @Nullable EmbeddedIssuer issuer) {
        return new SourceContext(
                time,
                leeway,
                Duration.ofMinutes(2),
                issuer,
                http,
                Destinations.UNDECLARED,
                (Secret secret) -> secrets.add(secret.reveal()),
                progress::add);
    }
}
