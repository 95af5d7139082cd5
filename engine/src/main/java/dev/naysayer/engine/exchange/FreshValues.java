package dev.naysayer.engine.exchange;

import dev.naysayer.dsl.Template.Fresh;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** What is made anew for each request. */
public record FreshValues(Clock clock, Supplier<UUID> ids) implements Function<Fresh, String> {

    @Override
    public String apply(Fresh fresh) {
        return switch (fresh) {
            case UUID -> ids.get().toString();
            case NOW -> clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        };
    }
}
