package dev.naysayer.engine.run;

import dev.naysayer.dsl.Operation;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.Presented;
import dev.naysayer.engine.credential.Reach;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.plan.ContractCase;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends a suite's requests as long as somebody wants to answer them; one for each suite.
 *
 * <p>Problem: an API that asks for fewer requests got all the others at full speed. Choice: a wait that an answer asks for is kept,
 * within a bound, and the request sent once more. If that does not help, or the {@link HostWatch} gives the host up, the rest of the
 * suite is not sent, and one case says why.
 *
 * <p>Problem: of requests that are under way at once nobody knows whether the API or their number is to blame for the one that gets
 * nothing. Choice: what came in vain beside others does not count; it is {@link Crowded}, and looked at again when nothing else is under
 * way. So whatever is told of a host was seen by one request alone, as if all had been sent one by one.
 */
final class Courtesy {

    /** Lets requests through: one call is one request. */
    @FunctionalInterface
    interface Sender {
        Exchange send(Operation operation, Credential credential);
    }

    /** Lets time pass. */
    @FunctionalInterface
    interface Pause {
        void take(Duration time) throws InterruptedException;
    }

    /**
     * What a request came to.
     *
     * @param end why it was the last of the suite, or null where others may follow
     * @param before what the answer was that asked to wait; null where it was sent once
     */
    record Sent(
            Exchange exchange,
            @Nullable String end,
            @Nullable String before) {

        /** It was sent once. */
        Sent(Exchange exchange, @Nullable String end) {
            this(exchange, end, null);
        }
    }

    /** A request that came in vain beside others; its case has no outcome yet, and has to be done alone. */
    static final class Crowded extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Exchange exchange;
        private final @Nullable Duration hold;

        private Crowded(Exchange exchange, @Nullable Duration hold) {
            super("a request came in vain beside others", null, false, false);
            this.exchange = exchange;
            this.hold = hold;
        }

        /** What it came to. */
        Exchange exchange() {
            return exchange;
        }

        /** How long nobody may ask because the answer says that there are too many requests; null where it does not say so. */
        @Nullable
        Duration hold() {
            return hold;
        }
    }

    /** Many servers round down what they ask for. */
    private static final Duration GRAIN = Duration.ofSeconds(1);

    private final Sender sender;
    private final Clock clock;
    private final Duration longestWait;
    private final Consumer<String> notices;
    private final Pause pause;
    private final RunEnd runEnd;
    private final HostWatch host;
    private final Flights flights = new Flights();

    /**
     * @param longestWait how long an answer may ask to wait
     * @param notices is told what is waited for, and why nothing more is sent
     * @param runEnd when it has come, nothing is sent any more
     */
    Courtesy(Sender sender, Clock clock, Duration longestWait, Consumer<String> notices, Pause pause, RunEnd runEnd) {
        this.sender = sender;
        this.clock = clock;
        this.longestWait = longestWait;
        this.notices = notices;
        this.pause = pause;
        this.runEnd = runEnd;
        this.host = new HostWatch(sender, notices);
    }

    /** Who is under way beside whom. */
    Flights flights() {
        return flights;
    }

    /** Why nothing is sent any more; empty while requests are sent. */
    Optional<Stopped> stopped() {
        return runEnd.hasCome() ? Optional.of(RunEnd.STOPPED) : host.stopped();
    }

    /** Whether the last request that counts had an answer of the API: as long as none had, it is asked one by one. */
    boolean isAnswered() {
        return host.isAnswered();
    }

    /** Whether a scenario silences hosts by its nature, as it has shown in one case in every try, and need not show again. */
    boolean isSilencing(ContractCase it) {
        return host.isSilencing(it);
    }

    /**
     * Sends a case's request; once more where the answer asks for a wait.
     *
     * @param anew makes the credential again: one that was good before a wait may have expired
     * @param further whether the same case's request came in vain before
     * @throws Crowded where it came in vain beside other requests
     */
    Sent send(ContractCase it, Credential credential, Supplier<Presented> anew, boolean further) {
        Exchange exchange = sender.send(it.operation(), credential);
        Optional<Duration> wait =
                HostWatch.busy(it, exchange).flatMap(answer -> RetryAfter.of(answer.response(), clock));
        boolean tooLong = wait.filter(time -> time.compareTo(longestWait) > 0).isPresent();
        if (!tooLong && flights.isAccompanied() && HostWatch.isInVain(it, exchange)) {
            return crowded(it, exchange, wait);
        }
        if (tooLong) {
            return tooLong(it, exchange, wait.orElseThrow());
        }
        return wait.isPresent() ? afterWait(it, exchange, wait.get(), anew, further) : counted(it, exchange, further);
    }

    /** Lets time pass in which nothing is sent; whether nobody interrupted it. */
    boolean await(Duration time) {
        if (time.isZero() || stopped().isPresent()) {
            return true;
        }
        try {
            pause.take(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Counts what a request came to without sending it. */
    Sent counted(ContractCase it, Exchange exchange, boolean further) {
        return new Sent(exchange, host.counted(it, exchange, further));
    }

    /** What a case came to after its last try. */
    void ended(ContractCase it, Exchange exchange) {
        host.ended(it, exchange);
    }

    /** What silences a host by its nature has shown that alone, once, and need not each time. */
    private Sent crowded(ContractCase it, Exchange exchange, Optional<Duration> wait) {
        boolean silenceIsRight =
                exchange instanceof Exchange.Unanswered && it.condition().info().reach() == Reach.CONNECTION;
        if (silenceIsRight || host.isSilencing(it)) {
            return new Sent(exchange, null);
        }
        Optional<Exchange.Answered> busy = HostWatch.busy(it, exchange);
        if (busy.isEmpty()) {
            throw new Crowded(exchange, null);
        }
        Duration hold = wait.orElse(Duration.ZERO).plus(GRAIN);
        notices.accept("%s was answered by %d: waits %d s, and asks one by one from now on"
                .formatted(it.name(), HostWatch.status(busy.get()), hold.toSeconds()));
        throw new Crowded(exchange, hold);
    }

    private Sent tooLong(ContractCase it, Exchange exchange, Duration wait) {
        String words =
                "its Retry-After asks to wait for %d s, longer than the %d s of naysayer.longest-wait%sraise that, or set naysayer.rate-limit to what the API allows"
                        .formatted(wait.toSeconds(), longestWait.toSeconds(), HostWatch.LAST);
        return new Sent(exchange, host.end(it, exchange, words));
    }

    private Sent afterWait(ContractCase it, Exchange first, Duration wait, Supplier<Presented> anew, boolean further) {
        int status = HostWatch.status((Exchange.Answered) first);
        Duration enough = wait.plus(GRAIN);
        notices.accept("%s was answered by %d: waits %d s, as its Retry-After asks, and sends it once more"
                .formatted(it.name(), status, enough.toSeconds()));
        try {
            pause.take(enough);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            String words = "the run was interrupted while it waited" + HostWatch.LAST + "run it again";
            return new Sent(first, host.end(it, first, words));
        }
        if (!(anew.get() instanceof Presented.Ready ready)) {
            return counted(it, first, further);
        }
        Exchange second = sender.send(it.operation(), ready.credential());
        if (HostWatch.busy(it, second).isEmpty()) {
            String before = "%d, which asked to wait %d s".formatted(status, wait.toSeconds());
            return new Sent(second, host.counted(it, second, further), before);
        }
        String words =
                "that was the second time, after the %d s that its Retry-After asked for%sset naysayer.rate-limit to what the API allows"
                        .formatted(wait.toSeconds(), HostWatch.LAST);
        return new Sent(second, host.end(it, second, words));
    }
}
