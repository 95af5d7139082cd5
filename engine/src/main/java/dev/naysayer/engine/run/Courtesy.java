package dev.naysayer.engine.run;

import dev.naysayer.dsl.Operation;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.Presented;
import dev.naysayer.engine.credential.Reach;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.outcome.Outcomes;
import dev.naysayer.engine.plan.ContractCase;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sends a suite's requests as long as somebody wants to answer them; one for each suite.
 *
 * <p>Problem: an API that asks for fewer requests got all the others at full speed, and a host that is down was waited for by each
 * case anew, hours in all. Choice: a wait that an answer asks for is kept, within a bound, and the request sent once more. If
 * that does not help, or nothing of the API comes three times in a row, the rest of the suite is not sent, and one case says why.
 *
 * <p>Problem: three hostile requests in a row may each hang a server that is well. Choice: before it is called down it is asked
 * for something plain, without a credential; that costs one request where three were lost, and none in a run that goes well. A host
 * that answers this alone gets further cases, up to a limit, since those that hang it are then most likely all.
 *
 * <p>Problem: of requests that are under way at once nobody knows whether the API or their number is to blame for the one that gets
 * nothing. Choice: what came in vain beside others does not count; it is {@link Crowded}, and sent again when nothing else is under
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
     */
    record Sent(Exchange exchange, @Nullable String end) {}

    /** A request that came in vain beside others, and has to be sent again alone: its case has no outcome yet. */
    static final class Crowded extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final @Nullable Duration hold;

        /** @param hold how long nobody may ask because the answer says that there are too many requests; null where it does not say so */
        private Crowded(@Nullable Duration hold) {
            super("a request came in vain beside others", null, false, false);
            this.hold = hold;
        }

        @Nullable
        Duration hold() {
            return hold;
        }
    }

    /** A case's work on its thread. */
    private static final class Flight {
        private boolean accompanied;
    }

    /** @param brief the reason for all that is not sent, with the case that tells the rest */
    private record Stop(String brief) {}

    private static final int ENOUGH = 3;
    private static final int AT_MOST = 12;

    /** Many servers round down what they ask for. */
    private static final Duration GRAIN = Duration.ofSeconds(1);

    /** Answers that ask for less, or for later. */
    private static final Set<Integer> BUSY = Set.of(429, 503);

    private static final String LAST = ": nothing more of this suite is sent; ";

    private final Sender sender;
    private final Clock clock;
    private final Duration longestWait;
    private final Consumer<String> notices;
    private final Pause pause;
    private final RunEnd runEnd;
    private final AtomicReference<@Nullable Stop> stop = new AtomicReference<>();
    private final Map<Thread, Flight> flights = new HashMap<>();
    private final Set<String> silencing = ConcurrentHashMap.newKeySet();
    private volatile boolean answered;
    private int inVain;
    private int furtherTries;

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
    }

    /** Why nothing is sent any more, short, since one case tells all of it; empty while requests are sent. */
    Optional<String> stopped() {
        return runEnd.hasCome()
                ? Optional.of(RunEnd.WORDS)
                : Optional.ofNullable(stop.get()).map(Stop::brief);
    }

    /** Whether the last request that counts had an answer of the API: as long as none had, it is asked one by one. */
    boolean isAnswered() {
        return answered;
    }

    /**
     * Sends a case's request; once more where the answer asks for a wait.
     *
     * @param anew makes the credential again: one that was good before a wait may have expired
     * @throws Crowded where it came in vain beside other requests
     */
    Sent send(ContractCase it, Credential credential, Supplier<Presented> anew) {
        return sent(it, credential, anew);
    }

    /** The same of a request that was lost: it is one more for a host that may be down, and no further case that hangs it. */
    Sent again(ContractCase it, Credential credential, Supplier<Presented> anew) {
        synchronized (this) {
            furtherTries++;
        }
        return sent(it, credential, anew);
    }

    private Sent sent(ContractCase it, Credential credential, Supplier<Presented> anew) {
        Exchange exchange = sender.send(it.operation(), credential);
        Optional<Duration> wait = busy(it, exchange).flatMap(answer -> RetryAfter.of(answer.response(), clock));
        if (isAccompanied() && isInVain(it, exchange) && !isLongerThanAnybodyWaits(wait)) {
            return crowded(it, exchange, wait);
        }
        if (wait.isPresent()) {
            return wait.get().compareTo(longestWait) > 0
                    ? tooLong(it, exchange, wait.get())
                    : afterWait(it, exchange, wait.get(), anew);
        }
        return new Sent(exchange, counted(it, exchange));
    }

    /** The calling thread begins to work on a case. */
    void begin() {
        synchronized (flights) {
            Flight flight = new Flight();
            flight.accompanied = !flights.isEmpty();
            flights.values().forEach(other -> other.accompanied = true);
            flights.put(Thread.currentThread(), flight);
        }
    }

    /** The calling thread has done its case. */
    void end() {
        synchronized (flights) {
            flights.remove(Thread.currentThread());
        }
    }

    private boolean isAccompanied() {
        synchronized (flights) {
            Flight flight = flights.get(Thread.currentThread());
            return flight != null && flight.accompanied;
        }
    }

    private boolean isLongerThanAnybodyWaits(Optional<Duration> wait) {
        return wait.filter(time -> time.compareTo(longestWait) > 0).isPresent();
    }

    /** What silences a host by its nature has shown that alone, once, and need not each time. */
    private Sent crowded(ContractCase it, Exchange exchange, Optional<Duration> wait) {
        if (it.condition().info().reach() == Reach.CONNECTION || silencing.contains(it.scenario())) {
            return new Sent(exchange, null);
        }
        if (busy(it, exchange).isEmpty()) {
            throw new Crowded(null);
        }
        Duration hold = wait.orElse(Duration.ZERO).plus(GRAIN);
        notices.accept("%s was answered by %d: waits %d s, and asks one by one from now on"
                .formatted(it.name(), status((Exchange.Answered) exchange), hold.toSeconds()));
        throw new Crowded(hold);
    }

    private static Optional<Exchange.Answered> busy(ContractCase it, Exchange exchange) {
        return exchange instanceof Exchange.Answered answered
                        && isInVain(it, exchange)
                        && BUSY.contains(status(answered))
                ? Optional.of(answered)
                : Optional.empty();
    }

    /** Whether nothing of the API came although something should have; what a case is after is never in vain. */
    private static boolean isInVain(ContractCase it, Exchange exchange) {
        return exchange instanceof Exchange.Unanswered
                || (exchange instanceof Exchange.Answered answered
                        && !Outcomes.isOfTheApi(status(answered))
                        && !it.expects(status(answered)));
    }

    private static int status(Exchange.Answered answered) {
        return answered.response().status();
    }

    private Sent tooLong(ContractCase it, Exchange exchange, Duration wait) {
        String words =
                "its Retry-After asks to wait for %d s, longer than the %d s of naysayer.longest-wait%sraise that, or set naysayer.rate-limit to what the API allows"
                        .formatted(wait.toSeconds(), longestWait.toSeconds(), LAST);
        return new Sent(exchange, end(it, exchange, words));
    }

    private Sent afterWait(ContractCase it, Exchange first, Duration wait, Supplier<Presented> anew) {
        Duration enough = wait.plus(GRAIN);
        notices.accept("%s was answered by %d: waits %d s, as its Retry-After asks, and sends it once more"
                .formatted(it.name(), status((Exchange.Answered) first), enough.toSeconds()));
        try {
            pause.take(enough);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Sent(first, end(it, first, "the run was interrupted while it waited" + LAST + "run it again"));
        }
        if (!(anew.get() instanceof Presented.Ready ready)) {
            return new Sent(first, counted(it, first));
        }
        Exchange second = sender.send(it.operation(), ready.credential());
        return busy(it, second).isEmpty()
                ? new Sent(second, counted(it, second))
                : new Sent(
                        second,
                        end(
                                it,
                                second,
                                "that was the second time, after the %d s that its Retry-After asked for%sset naysayer.rate-limit to what the API allows"
                                        .formatted(wait.toSeconds(), LAST)));
    }

    /** Counts what came in vain; the words of the end where this was once too often, else null. */
    private synchronized @Nullable String counted(ContractCase it, Exchange exchange) {
        if (exchange instanceof Exchange.Unsendable || exchange instanceof Exchange.NotApplicable) {
            return null;
        }
        if (!isInVain(it, exchange)) {
            inVain = 0;
            furtherTries = 0;
            answered = true;
            return null;
        }
        // Of a connection on which no answer is right, silence says nothing.
        if (it.condition().info().reach() == Reach.CONNECTION) {
            return null;
        }
        if (it.condition().info().reach() == Reach.MESSAGE) {
            silencing.add(it.scenario());
        }
        answered = false;
        inVain++;
        if (inVain % ENOUGH != 0) {
            return null;
        }
        if (busy(it, exchange).isEmpty()) {
            return down(it, exchange);
        }
        // One case that was tried again is one case: it has to be seen whether others get an answer.
        boolean others = furtherTries > 0 && inVain - furtherTries < AT_MOST && isAnswered(plain(it));
        return others ? null : tooBusy(it, exchange);
    }

    private String tooBusy(ContractCase it, Exchange exchange) {
        return end(
                it,
                exchange,
                "that was the third request in a row without an answer of the API, and no Retry-After says when to go on"
                        + LAST
                        + "wait, or set naysayer.rate-limit to what the API allows");
    }

    private boolean isAnswered(Operation plain) {
        Exchange answer = sender.send(plain, Credential.NONE);
        return answer instanceof Exchange.Unread
                || (answer instanceof Exchange.Answered answered && Outcomes.isOfTheApi(status(answered)));
    }

    private @Nullable String down(ContractCase it, Exchange exchange) {
        Operation plain = plain(it);
        Exchange answer = sender.send(plain, Credential.NONE);
        boolean up = answer instanceof Exchange.Unread
                || (answer instanceof Exchange.Answered answered
                        && (Outcomes.isOfTheApi(status(answered)) || BUSY.contains(status(answered))));
        if (up && inVain - furtherTries < AT_MOST) {
            return null;
        }
        String count = "that was request number %d in a row without an answer of the API".formatted(inVain);
        return up
                ? end(
                        it,
                        exchange,
                        "%s, and %s without a credential has one%slook into the API's log"
                                .formatted(count, plain.name(), LAST))
                : end(
                        it,
                        exchange,
                        "%s, and %s without a credential has none either, so the host is down%sstart it, or correct the base URL"
                                .formatted(count, plain.name(), LAST));
    }

    /** What any client might ask, and changes nothing: the case's own operation, another of the suite, or what there is. */
    private static Operation plain(ContractCase it) {
        Operation own = it.operation();
        return Stream.concat(Stream.of(own), it.suite().operations().stream())
                .filter(operation -> operation.isSafe() && !operation.endsSession())
                .findFirst()
                .orElseGet(() -> own.with("OPTIONS", own.path()));
    }

    private String end(ContractCase it, Exchange exchange, String words) {
        String why = "the host does not answer";
        if (exchange instanceof Exchange.Answered answered) {
            why = status(answered) == 429 ? "the API wants fewer requests" : "the API is not available";
        }
        if (stop.compareAndSet(null, new Stop("%s, see %s".formatted(why, it.name())))) {
            notices.accept("%s: %s, and %s".formatted(it.name(), why, words));
        }
        return words;
    }
}
