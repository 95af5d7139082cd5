package dev.naysayer.engine.run;

import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.Presented;
import dev.naysayer.engine.credential.Reach;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.plan.ContractCase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Sends again what the network or a gateway kept from being judged.
 *
 * <p>Problem: on an unsteady network a long run always has some cases that nobody could judge, and each is red. Constraint: an answer
 * of the API is its answer, however little we like it, and what may have changed something is not done twice. Choice: only where no
 * answer of the API came and the operation changes nothing, or no byte of it was written, it is sent again, with a new
 * credential, and what came before is told with the outcome. Where it is sent again it counts for {@link Courtesy} as any request
 * does, so a host that is down is asked no more often than without.
 *
 * @param most how often a request may be sent again
 */
record Retries(Courtesy courtesy, int most, Courtesy.Pause pause) {

    private static final Set<Integer> OF_A_GATEWAY = Set.of(502, 503, 504);

    /** Most troubles have passed by then; each further pause is twice as long. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    /**
     * What a case's request came to.
     *
     * @param last the last try
     * @param earlier why those before it say nothing, in their order
     */
    record Tried(Courtesy.Sent last, List<String> earlier) {}

    /** @param anew makes the credential again */
    Tried send(ContractCase it, Credential credential, Supplier<Presented> anew) {
        List<String> earlier = new ArrayList<>();
        Courtesy.Sent sent = courtesy.send(it, credential, anew);
        while (earlier.size() < most && isWorthAnother(it, sent) && hasPaused(earlier.size())) {
            if (courtesy.stopped().isPresent() || !(anew.get() instanceof Presented.Ready ready)) {
                break;
            }
            earlier.add(trouble(sent.exchange()));
            sent = courtesy.again(it, ready.credential(), anew);
        }
        return new Tried(sent, List.copyOf(earlier));
    }

    private boolean isWorthAnother(ContractCase it, Courtesy.Sent sent) {
        if (sent.end() != null) {
            return false;
        }
        if (sent.exchange() instanceof Exchange.Unanswered lost) {
            // Of a connection on which no answer is right, silence is the answer.
            return it.condition().info().reach() != Reach.CONNECTION
                    && (lost.loss() == Exchange.Loss.BEFORE_SENDING
                            || (lost.loss() == Exchange.Loss.UNDER_WAY && changesNothing(it, lost)));
        }
        return sent.exchange() instanceof Exchange.Answered answered
                && OF_A_GATEWAY.contains(answered.response().status())
                && changesNothing(it, answered);
    }

    /** The suite's author says of the operation what it does; what a condition makes of its method, only the method says. */
    private static boolean changesNothing(ContractCase it, Exchange exchange) {
        String method = exchange.request().method();
        return !it.operation().mutates()
                && !it.operation().endsSession()
                && (method.equals(it.operation().method())
                        || it.operation().with(method, it.operation().path()).isSafe());
    }

    private static String trouble(Exchange exchange) {
        return exchange instanceof Exchange.Unanswered lost
                ? lost.reason()
                : "%d of a gateway"
                        .formatted(((Exchange.Answered) exchange).response().status());
    }

    private boolean hasPaused(int before) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << before);
        try {
            pause.take(doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
