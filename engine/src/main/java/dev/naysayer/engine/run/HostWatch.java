package dev.naysayer.engine.run;

import dev.naysayer.dsl.Operation;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.Reach;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.mover.Mover;
import dev.naysayer.engine.outcome.Outcomes;
import dev.naysayer.engine.plan.ContractCase;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts what comes in vain, and says when a suite's host is asked no more.
 *
 * <p>Problem: a host that is down was waited for by each case anew, hours in all. Choice: where nothing of the API comes three times
 * in a row, the rest of the suite is not sent, and one case says why.
 *
 * <p>Problem: three hostile requests in a row may each hang a server that is well. Choice: before it is called down it is asked
 * for something plain, without a credential; that costs one request where three were lost, and none in a run that goes well. A host
 * that answers this alone gets further cases, up to a limit, since those that hang it are then most likely all.
 */
final class HostWatch {

    /** What the last words of a suite end in, before the next step. */
    static final String LAST = ": nothing more of this suite is sent; ";

    private static final int ENOUGH = 3;
    private static final int AT_MOST = 12;

    /** Answers that ask for less, or for later. */
    private static final Set<Integer> BUSY = Set.of(429, 503);

    private final Courtesy.Sender sender;
    private final Consumer<String> notices;
    private final AtomicReference<@Nullable Stopped> stop = new AtomicReference<>();
    private final Set<String> silencing = ConcurrentHashMap.newKeySet();
    private volatile boolean answered;
    private int inVain;
    private int furtherTries;

    /**
     * @param sender asks for something plain
     * @param notices is told why nothing more is sent
     */
    HostWatch(Courtesy.Sender sender, Consumer<String> notices) {
        this.sender = sender;
        this.notices = notices;
    }

    /** Whether nothing of the API came although something should have; what a case is after is never in vain. */
    static boolean isInVain(ContractCase it, Exchange exchange) {
        return exchange instanceof Exchange.Unanswered
                || (exchange instanceof Exchange.Answered answered
                        && !Outcomes.isOfTheApi(status(answered))
                        && !it.expects(status(answered)));
    }

    /** The answer, where it is in vain and asks for fewer requests, or for later ones. */
    static Optional<Exchange.Answered> busy(ContractCase it, Exchange exchange) {
        return exchange instanceof Exchange.Answered answered
                        && isInVain(it, exchange)
                        && BUSY.contains(status(answered))
                ? Optional.of(answered)
                : Optional.empty();
    }

    static int status(Exchange.Answered answered) {
        return answered.response().status();
    }

    /** The reason for all that is not sent any more; empty while requests are sent. */
    Optional<Stopped> stopped() {
        return Optional.ofNullable(stop.get());
    }

    /** Whether the last request that counts had an answer of the API. */
    boolean isAnswered() {
        return answered;
    }

    /** Whether a scenario silences hosts by its nature, as it has shown in one case in every try, and need not show again. */
    boolean isSilencing(ContractCase it) {
        return silencing.contains(it.condition().info().name());
    }

    /** What a case came to after its last try. */
    void ended(ContractCase it, Exchange exchange) {
        if (it.condition().info().reach() == Reach.MESSAGE && isInVain(it, exchange)) {
            silencing.add(it.condition().info().name());
        }
    }

    /**
     * Counts what came in vain; the words of the end where this was once too often, else null.
     *
     * @param further whether the same case came in vain before: it is one more request for a host that may be down, and no further case
     *     that hangs it
     */
    synchronized @Nullable String counted(ContractCase it, Exchange exchange, boolean further) {
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
        answered = false;
        inVain++;
        furtherTries += further ? 1 : 0;
        if (inVain % ENOUGH != 0) {
            return null;
        }
        return busy(it, exchange).isEmpty() ? down(it, exchange) : tooBusy(it, exchange);
    }

    private @Nullable String tooBusy(ContractCase it, Exchange exchange) {
        // One case that was tried again is one case: it has to be seen whether others get an answer.
        if (furtherTries > 0
                && inVain - furtherTries < AT_MOST
                && isOfTheApi(sender.send(plain(it), Credential.NONE))) {
            return null;
        }
        return end(
                it,
                exchange,
                "that was the third request in a row without an answer of the API, and no Retry-After says when to go on"
                        + LAST
                        + "wait, or set naysayer.rate-limit to what the API allows");
    }

    private @Nullable String down(ContractCase it, Exchange exchange) {
        Operation plain = plain(it);
        Exchange answer = sender.send(plain, Credential.NONE);
        boolean up = isOfTheApi(answer) || (answer instanceof Exchange.Answered busy && BUSY.contains(status(busy)));
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

    private static boolean isOfTheApi(Exchange answer) {
        return answer instanceof Exchange.Unread
                || (answer instanceof Exchange.Answered some && Outcomes.isOfTheApi(status(some)));
    }

    /** What any client might ask, and changes nothing: the case's own operation, another of the suite, or what there is. */
    private static Operation plain(ContractCase it) {
        Operation own = it.operation();
        return Stream.concat(Stream.of(own), it.suite().operations().stream())
                .filter(operation -> operation.isSafe() && !operation.endsSession())
                .findFirst()
                .orElseGet(() -> own.with("OPTIONS", own.path()));
    }

    /** Nothing more of the suite is sent; one case says why, in these words, and the others name it. */
    String end(ContractCase it, Exchange exchange, String words) {
        Stopped why = stopped(it, exchange);
        if (stop.compareAndSet(null, why)) {
            notices.accept("%s: %s, and %s".formatted(it.name(), why.because(), words));
        }
        return words;
    }

    private static Stopped stopped(ContractCase it, Exchange exchange) {
        if (!(exchange instanceof Exchange.Answered busy)) {
            return new Stopped(Mover.NETWORK, "the host does not answer", it.name());
        }
        return status(busy) == 429
                ? new Stopped(Mover.GATEWAY, "the API wants fewer requests", it.name())
                : new Stopped(Mover.API, "the API is not available", it.name());
    }
}
