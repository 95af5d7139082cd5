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
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Has a credential answer a challenge that was asked for before (RFC 7616 section 3.1); any other goes on as it is.
 *
 * <p>Problem: to ask for a challenge each time would double a run's requests. Choice: a nonce is asked for once, and used with a rising
 * count as long as it holds. Where an answer says that it does not any more, or a good credential is refused with a nonce that was
 * used before, the request is sent once more with the nonce of that answer, so an API whose nonces count once is judged by the
 * credential too.
 *
 * <p>Problem: a nonce grows old only by waiting. Choice: a suite waits once for each user and realm, since an old nonce stays old.
 */
final class ChallengeDance implements Courtesy.Sender {

    /** Servers round times. */
    private static final Duration GRAIN = Duration.ofSeconds(1);

    private final Courtesy.Sender sender;
    private final Courtesy.Pause pause;
    private final Duration longestWait;
    private final Consumer<String> notices;
    private final Consumer<Secret> heard;
    private final Map<String, NonceBook> books = new ConcurrentHashMap<>();
    private final Map<String, NonceBook.Page> grownOld = new ConcurrentHashMap<>();

    /**
     * @param sender sends one request
     * @param pause lets a nonce grow old
     * @param longestWait how long it may take to
     * @param notices is told what is waited for
     * @param heard is told of each response, which must be shown nowhere
     */
    ChallengeDance(
            Courtesy.Sender sender,
            Courtesy.Pause pause,
            Duration longestWait,
            Consumer<String> notices,
            Consumer<Secret> heard) {
        this.sender = sender;
        this.pause = pause;
        this.longestWait = longestWait;
        this.notices = notices;
        this.heard = heard;
    }

    /** What is sent, and what in it answers challenges: at least one reply, all of one user. */
    private record Answering(Operation operation, Credential credential, List<DigestReply> replies) {

        DigestReply first() {
            return replies.get(0);
        }

        boolean anyHas(Nonce nonce) {
            return replies.stream().anyMatch(reply -> reply.nonce() == nonce);
        }

        boolean isGood() {
            return replies.stream().allMatch(DigestReply::isGood);
        }
    }

    @Override
    public Exchange send(Operation operation, Credential credential) {
        Answering answering = new Answering(operation, credential, credential.allReplies());
        if (answering.replies().isEmpty()) {
            return sender.send(operation, credential);
        }
        if (answering.anyHas(Nonce.OLD)) {
            return withOldNonce(answering);
        }
        // What comes behind a good one on its connection shows nothing where that is refused, so the good one's nonce
        // has to hold.
        boolean fresh = answering.anyHas(Nonce.OWN) || credential.goodBefore();
        return fresh ? withOwnNonce(answering) : withSharedNonce(answering);
    }

    private Exchange withSharedNonce(Answering answering) {
        NonceBook book = books.computeIfAbsent(answering.first().user(), user -> new NonceBook());
        NonceBook.Page page = book.page(() -> asked(answering));
        if (page.asked().offered().isEmpty()) {
            return page.asked().inVain();
        }
        Exchange exchange =
                answered(answering, page, page.isFirst() ? page.asked().words() : null);
        Asked again = Asked.of(exchange);
        boolean worn = again.isRefusal() && (again.isStale() || (answering.isGood() && page.isWorn()));
        if (again.offered().isEmpty() || !worn) {
            book.learn(page, again.nextNonce(), again.isRefusal());
            return exchange;
        }
        return answered(answering, book.turn(page, again), again.words());
    }

    private Exchange withOwnNonce(Answering answering) {
        Asked asked = asked(answering);
        return asked.offered().isEmpty()
                ? asked.inVain()
                : answered(answering, new NonceBook.Page(asked, false), asked.words());
    }

    private Exchange withOldNonce(Answering answering) {
        Asked asked = asked(answering);
        if (asked.offered().isEmpty()) {
            return asked.inVain();
        }
        String space = answering.first().user() + "@" + asked.offered().get(0).realm();
        NonceBook.Page old = grownOld.get(space);
        if (old == null) {
            Optional<String> obstacle = untilOld(answering);
            if (obstacle.isPresent()) {
                return asked.notApplicable(obstacle.get());
            }
            old = new NonceBook.Page(asked, false);
            grownOld.put(space, old);
        }
        return answered(answering, old, old.asked().words());
    }

    private Asked asked(Answering answering) {
        return Asked.of(sender.send(answering.operation(), Credential.NONE));
    }

    /** Waits for a nonce that was given just now; why it could not, if it could not. */
    private Optional<String> untilOld(Answering answering) {
        int lifetime = answering.first().lifetime();
        if (lifetime == 0) {
            return Optional.of(
                    "nobody knows how long a nonce holds; say it in the suite, below 'digest': nonce-lifetime: 60");
        }
        Duration wait = Duration.ofSeconds(lifetime).plus(GRAIN);
        if (wait.compareTo(longestWait) > 0) {
            return Optional.of(
                    "a nonce holds %d s, longer than the %d s of naysayer.longest-wait; raise that, or give the API a shorter nonce-lifetime for its tests"
                            .formatted(lifetime, longestWait.toSeconds()));
        }
        notices.accept("%s waits %d s until a nonce is too old"
                .formatted(answering.operation().name(), wait.toSeconds()));
        try {
            pause.take(wait);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the run was interrupted while the nonce grew old");
        }
    }

    /** Answers the challenges of a page. */
    private Exchange answered(Answering answering, NonceBook.Page page, @Nullable String note) {
        List<DigestChallenge> offered = page.asked().offered();
        Optional<String> obstacle = answering.replies().stream()
                .map(reply -> reply.change().obstacle().apply(offered))
                .filter(Objects::nonNull)
                .findFirst();
        if (obstacle.isPresent()) {
            return page.asked().notApplicable(obstacle.get());
        }
        Map<String, DigestReply> known = new LinkedHashMap<>();
        for (DigestReply reply : answering.replies()) {
            String cnonce = UUID.randomUUID().toString().replace("-", "");
            known.put(reply.mark(), reply.with(new DigestTurn(offered, page.next(), cnonce), heard));
        }
        Exchange exchange = sender.send(
                answering.operation(),
                answering
                        .credential()
                        .replying(reply -> Objects.requireNonNull(known.get(reply.mark()), "an answer got lost")));
        return note == null ? exchange : noted(exchange, note);
    }

    private static Exchange noted(Exchange exchange, String note) {
        return exchange instanceof Exchange.Answered it
                ? new Exchange.Answered(
                        it.request(), it.response(), it.note() == null ? note : note + "; " + it.note(), it.took())
                : exchange;
    }
}
