package dev.naysayer.engine.run;

import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.Presented;
import dev.naysayer.engine.credential.Reach;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.plan.ContractCase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Sends again what the network or a gateway kept from being judged.
 *
 * <p>Problem: on an unsteady network a long run always has some cases that nobody could judge, and each is red. Constraint: an answer
 * of the API is its answer, however little we like it, and what may have changed something is not done twice. Choice: only where no
 * answer of the API came and the operation changes nothing, or no byte of it was written, it is sent again, with a new
 * credential, and what came before is told with the outcome. Where it is sent again it counts for {@link Courtesy} as any request
 * does, so a host that is down is asked no more often than without.
 *
 * <p>Problem: what came in vain beside others may be the fault of their number, so it has to be sent again alone, and a fault that
 * passes would be seen one by one and not several at once. Choice: that is a try as any other, of those that the setting allows, and
 * what is not worth another is not sent again then either. So a fault comes to the same, however many requests are under way.
 */
final class Retries {

    private static final int TOO_MANY_REQUESTS = 429;

    /** Most troubles have passed by then; each further pause is twice as long. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Courtesy courtesy;
    private final int most;
    private final Courtesy.Pause pause;
    private final UnaryOperator<ContractCase> filled;

    /** What cases came to beside others, until they are looked at alone. By identity: a question may be called as a case is. */
    private final Map<ContractCase, Exchange> beside = Collections.synchronizedMap(new IdentityHashMap<>());

    /**
     * @param most how often a request may be sent again; 0 only where nothing is sent beside others
     * @param filled puts into a case's request what earlier answers said
     */
    Retries(Courtesy courtesy, int most, Courtesy.Pause pause, UnaryOperator<ContractCase> filled) {
        this.courtesy = courtesy;
        this.most = most;
        this.pause = pause;
        this.filled = filled;
    }

    /** Whether any request may be sent more than once. */
    boolean allowsAny() {
        return most > 0;
    }

    /**
     * What a case's request came to.
     *
     * @param last the last try
     * @param earlier why those before it say nothing, in their order
     */
    record Tried(Courtesy.Sent last, List<String> earlier) {}

    /**
     * Sends a case's request, as often as that may help.
     *
     * @param anew makes the credential again
     * @throws Courtesy.Crowded where it came in vain beside others; this has to be called again when nothing else is under way
     */
    Tried send(ContractCase it, Credential credential, Supplier<Presented> anew) {
        Exchange crowded = beside.remove(it);
        if (crowded != null && !isWorthAnother(it, crowded)) {
            return new Tried(courtesy.counted(it, crowded, false), List.of());
        }
        List<String> earlier = new ArrayList<>();
        if (crowded != null) {
            earlier.add(troubleBeside(crowded));
        }
        int tries = earlier.size();
        Courtesy.Sent sent = sent(it, credential, anew, false, earlier);
        while (tries < most
                && sent.end() == null
                && isWorthAnother(it, sent.exchange())
                && hasPaused(tries, sent.exchange())
                && courtesy.stopped().isEmpty()
                && anew.get() instanceof Presented.Ready ready) {
            tries++;
            earlier.add(trouble(sent.exchange()));
            sent = sent(it, ready.credential(), anew, true, earlier);
        }
        courtesy.ended(it, sent.exchange());
        return new Tried(sent, List.copyOf(earlier));
    }

    /** What a case that is not sent any more came to beside others; empty where it was not sent before. */
    Optional<String> lostBeside(ContractCase it) {
        return Optional.ofNullable(beside.remove(it)).map(Retries::troubleBeside);
    }

    private Courtesy.Sent sent(
            ContractCase it, Credential credential, Supplier<Presented> anew, boolean further, List<String> earlier) {
        try {
            Courtesy.Sent sent = courtesy.send(filled.apply(it), credential, anew, further);
            if (sent.before() != null) {
                earlier.add(sent.before());
            }
            return sent;
        } catch (Courtesy.Crowded e) {
            beside.put(it, e.exchange());
            throw e;
        }
    }

    private boolean isWorthAnother(ContractCase it, Exchange exchange) {
        if (!HostWatch.isInVain(it, exchange) || courtesy.isSilencing(it)) {
            return false;
        }
        if (exchange instanceof Exchange.Unanswered lost) {
            // Of a connection on which no answer is right, silence is the answer.
            return it.condition().info().reach() != Reach.CONNECTION && (!lost.seen() || changesNothing(it));
        }
        return changesNothing(it);
    }

    /** The suite's author says of the operation what it does; a method that may change data is sent only where he allows it. */
    private static boolean changesNothing(ContractCase it) {
        return !it.operation().mutates() && !it.operation().endsSession();
    }

    private static String trouble(Exchange exchange) {
        if (exchange instanceof Exchange.Unanswered lost) {
            return lost.reason();
        }
        int status = HostWatch.status((Exchange.Answered) exchange);
        return status == TOO_MANY_REQUESTS ? "429" : "%d of a gateway".formatted(status);
    }

    private static String troubleBeside(Exchange exchange) {
        return trouble(exchange) + ", beside other requests";
    }

    private boolean hasPaused(int before, Exchange trouble) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << before);
        boolean longest = wantsFewer(trouble) || doubled.compareTo(LONGEST_PAUSE) > 0;
        try {
            pause.take(longest ? LONGEST_PAUSE : doubled);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean wantsFewer(Exchange exchange) {
        return exchange instanceof Exchange.Answered answered && HostWatch.status(answered) == TOO_MANY_REQUESTS;
    }
}
