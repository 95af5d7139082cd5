package dev.naysayer.engine.run;

import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.digest.DigestChallenge;
import dev.naysayer.engine.credential.digest.DigestReply;
import dev.naysayer.engine.credential.digest.DigestReply.Nonce;
import dev.naysayer.engine.credential.digest.DigestTurn;
import dev.naysayer.engine.exchange.Exchange;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Has a credential answer a challenge that was asked for before (RFC 7616 section 3.1); any other goes on as it is.
 *
 * <p>Problem: to ask for a challenge each time would double a run's requests. Choice: a nonce is asked for once, and used with a rising
 * count as long as it holds. Where an answer says that it does not any more, or a good credential is refused with a nonce that was
 * used before, the request is sent once more with the nonce of that answer, so an API whose nonces count once is judged by the
 * credential too.
 */
final class ChallengeDance implements Courtesy.Sender {

    /** Servers round times. */
    private static final Duration GRAIN = Duration.ofSeconds(1);

    private final Courtesy.Sender sender;
    private final Courtesy.Pause pause;
    private final Consumer<Secret> heard;
    private final Map<String, NonceBook> books = new ConcurrentHashMap<>();

    /** @param heard is told of each response, which must be shown nowhere */
    ChallengeDance(Courtesy.Sender sender, Courtesy.Pause pause, Consumer<Secret> heard) {
        this.sender = sender;
        this.pause = pause;
        this.heard = heard;
    }

    @Override
    public Exchange send(Operation operation, Credential credential) {
        List<DigestReply> replies = credential.allReplies();
        if (replies.isEmpty()) {
            return sender.send(operation, credential);
        }
        boolean shared = replies.stream().allMatch(reply -> reply.nonce() == Nonce.SHARED);
        return shared ? withSharedNonce(operation, credential, replies) : withOwnNonce(operation, credential, replies);
    }

    private Exchange withOwnNonce(Operation operation, Credential credential, List<DigestReply> replies) {
        Asked asked = Asked.of(sender.send(operation, Credential.NONE));
        boolean old = replies.stream().anyMatch(reply -> reply.nonce() == Nonce.OLD);
        int lifetime = replies.get(0).lifetime();
        if (asked.offered().isEmpty()) {
            return asked.inVain();
        }
        if (old && lifetime == 0) {
            return asked.notApplicable(
                    "nobody knows how long a nonce holds; say it in the suite, below 'digest': nonce-lifetime: 60");
        }
        if (old && !hasPaused(Duration.ofSeconds(lifetime).plus(GRAIN))) {
            return asked.notApplicable("the run was interrupted while the nonce grew old");
        }
        long[] count = {0};
        return answered(operation, credential, replies, asked, () -> ++count[0], asked.words());
    }

    private Exchange withSharedNonce(Operation operation, Credential credential, List<DigestReply> replies) {
        NonceBook book = books.computeIfAbsent(replies.get(0).user(), user -> new NonceBook());
        NonceBook.Page page = book.page(() -> Asked.of(sender.send(operation, Credential.NONE)));
        if (page.asked().offered().isEmpty()) {
            return page.asked().inVain();
        }
        Exchange exchange = answered(
                operation,
                credential,
                replies,
                page.asked(),
                page::next,
                page.isFirst() ? page.asked().words() : null);
        Asked again = Asked.of(exchange);
        boolean good = replies.stream().allMatch(DigestReply::isGood);
        boolean worn = again.isRefusal() && (again.isStale() || (good && page.isWorn()));
        if (again.offered().isEmpty() || !worn) {
            book.learn(page, again.nextNonce(), again.isRefusal());
            return exchange;
        }
        NonceBook.Page next = book.turn(page, again);
        return answered(operation, credential, replies, next.asked(), next::next, again.words());
    }

    private Exchange answered(
            Operation operation,
            Credential credential,
            List<DigestReply> replies,
            Asked asked,
            LongSupplier count,
            @Nullable String note) {
        List<DigestChallenge> offered = asked.offered();
        String obstacle = replies.stream()
                .map(reply -> reply.change().obstacle().apply(offered))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (obstacle != null) {
            return asked.notApplicable(obstacle);
        }
        Map<String, DigestReply> known = new LinkedHashMap<>();
        for (DigestReply reply : replies) {
            String cnonce = UUID.randomUUID().toString().replace("-", "");
            known.put(reply.mark(), reply.with(new DigestTurn(offered, count.getAsLong(), cnonce), heard));
        }
        Exchange exchange = sender.send(
                operation,
                credential.replying(reply -> Objects.requireNonNull(known.get(reply.mark()), "an answer got lost")));
        return note == null ? exchange : noted(exchange, note);
    }

    private static Exchange noted(Exchange exchange, String note) {
        return exchange instanceof Exchange.Answered it
                ? new Exchange.Answered(
                        it.request(), it.response(), it.note() == null ? note : note + "; " + it.note(), it.took())
                : exchange;
    }

    private boolean hasPaused(Duration time) {
        try {
            pause.take(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
