package dev.naysayer.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.credential.digest.DigestChallenge;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.exchange.Request;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A nonce is asked for once, counted without gaps, and turned by one of those who find it worn. */
@Timeout(20)
class NonceBookTest {

    private static final Request REQUEST = new Request("GET", "https://api.example/pictures", List.of(), null);

    private final NonceBook book = new NonceBook();
    private final AtomicInteger asked = new AtomicInteger();

    private Asked asking() {
        return nonce("n" + asked.incrementAndGet());
    }

    private static Asked nonce(String nonce) {
        DigestChallenge challenge =
                new DigestChallenge("pictures", nonce, null, "SHA-256", List.of("auth"), null, false, false);
        return new Asked(new Exchange.Unanswered(REQUEST, "nobody looks"), List.of(challenge));
    }

    private static String nonce(NonceBook.Page page) {
        return page.asked().offered().get(0).nonce();
    }

    @Test
    void those_who_come_at_once_share_one_nonce_and_no_count() throws InterruptedException {
        int threads = 8;
        Set<Long> counts = ConcurrentHashMap.newKeySet();
        CountDownLatch done = new CountDownLatch(threads);
        for (int i = 0; i < threads; i++) {
            new Thread(() -> {
                        IntStream.range(0, 100)
                                .forEach(
                                        it -> counts.add(book.page(this::asking).next()));
                        done.countDown();
                    })
                    .start();
        }

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(asked).hasValue(1);
        assertThat(counts).hasSize(threads * 100).contains(1L, threads * 100L);
    }

    @Test
    void only_the_first_asked_for_it() {
        assertThat(book.page(this::asking).isFirst()).isTrue();
        assertThat(book.page(this::asking).isFirst()).isFalse();
    }

    @Test
    void of_those_who_find_it_worn_one_turns_the_page_for_all() {
        NonceBook.Page worn = book.page(this::asking);
        worn.next();
        worn.next();
        book.learn(worn, null, false);

        NonceBook.Page turned = book.turn(worn, nonce("other"));
        NonceBook.Page late = book.turn(worn, nonce("late"));

        assertThat(book.page(this::asking)).isSameAs(turned);
        assertThat(nonce(late))
                .as("whoever comes late goes on with the nonce that was given")
                .isEqualTo("late");
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_nonce_that_counts_once_is_asked_for_each_time() {
        NonceBook.Page first = book.page(this::asking);
        first.next();
        book.learn(first, null, false);
        first.next();
        book.turn(first, nonce("other")).next();

        assertThat(nonce(book.page(this::asking))).isEqualTo("n2");
    }

    @Test
    void what_a_nonce_gives_way_to_goes_before_asking() {
        NonceBook.Page first = book.page(this::asking);
        first.next();
        book.learn(first, "next", false);

        assertThat(nonce(book.page(this::asking))).isEqualTo("next");
        assertThat(book.page(this::asking).next()).isEqualTo(1);
        assertThat(asked).hasValue(1);
    }

    @Test
    void what_a_nonce_that_was_turned_already_says_comes_too_late() {
        NonceBook.Page first = book.page(this::asking);
        first.next();
        NonceBook.Page turned = book.turn(first, nonce("other"));
        book.learn(first, "next", false);

        assertThat(book.page(this::asking)).isSameAs(turned);
    }

    @Test
    void where_nothing_could_be_answered_it_is_asked_for_again() {
        Asked none = new Asked(new Exchange.Unanswered(REQUEST, "no answer within 10 s"), List.of());

        assertThat(book.page(() -> none).asked()).isSameAs(none);
        assertThat(nonce(book.page(this::asking))).isEqualTo("n1");
    }
}
