package dev.naysayer.engine.outcome;

import dev.naysayer.dsl.Waiver;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a suite waives on one day.
 *
 * @param all also those that have expired, and waive nothing any more
 * @param today in UTC; the same for the whole run, which may go on beyond midnight
 */
public record Waivers(List<Waiver> all, LocalDate today) {

    /** Where nothing is waived. */
    public static final Waivers NONE = new Waivers(List.of(), LocalDate.EPOCH);

    public Waivers {
        all = List.copyOf(all);
    }

    /** The first that lets this rule pass where the answer to a case breaks it; null where none does. */
    @Nullable
    Waived of(String rule, String operation, String scenario) {
        return first(it -> it.names(rule, operation, scenario));
    }

    /** The same where several answers together break it. */
    @Nullable
    Waived of(String rule) {
        return first(it -> it.names(rule));
    }

    private @Nullable Waived first(Predicate<Waiver> names) {
        return all.stream()
                .filter(names.and(it -> !it.hasExpired(today)))
                .findFirst()
                .map(Waived::by)
                .orElse(null);
    }
}
