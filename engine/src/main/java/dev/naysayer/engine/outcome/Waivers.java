package dev.naysayer.engine.outcome;

import dev.naysayer.dsl.Suite;
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
 * @param notice how many days before its end a waiver ends soon
 */
public record Waivers(List<Waiver> all, LocalDate today, int notice) {

    /** Where nothing is waived. */
    public static final Waivers NONE = new Waivers(List.of(), LocalDate.EPOCH, 0);

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

    /**
     * What became of one of them.
     *
     * @param target the base URL requests went to, or null where none was known
     * @param findings how many that it names were found
     * @param otherwise what it is worth where none was, and it has not expired
     * @param reason why that is not known; null where it is
     */
    public WaiverOutcome outcome(
            Suite suite,
            @Nullable String target,
            Waiver it,
            int findings,
            WaiverState otherwise,
            @Nullable String reason) {
        boolean expired = it.hasExpired(today);
        WaiverState state = expired ? WaiverState.EXPIRED : findings > 0 ? WaiverState.IN_USE : otherwise;
        return WaiverOutcome.of(
                suite.name(),
                suite.at().file(),
                target,
                it,
                state,
                !expired && !today.plusDays(notice).isBefore(it.until()),
                findings,
                state == otherwise ? reason : null);
    }

    /** What became of all of them where nothing of the suite was judged, and why. */
    public List<WaiverOutcome> unjudged(Suite suite, @Nullable String target, String reason) {
        return all.stream()
                .map(it -> outcome(suite, target, it, 0, WaiverState.UNJUDGED, reason))
                .toList();
    }

    private @Nullable Waived first(Predicate<Waiver> names) {
        return all.stream()
                .filter(names.and(it -> !it.hasExpired(today)))
                .findFirst()
                .map(Waived::by)
                .orElse(null);
    }
}
