package dev.naysayer.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.NamedSettings.Setting;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.source.Reading;
import dev.naysayer.engine.credential.Blueprint;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.Presentation;
import dev.naysayer.engine.credential.condition.CredentialConditions;
import dev.naysayer.engine.credential.scheme.AuthSchemes;
import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.Request;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.plan.CasePlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One nonce for many requests, one request more where it does not hold, and never a third. */
@Timeout(20)
class ChallengeDanceTest {

    private static final Position AT = new Position("camera.auth.yaml", 4, 3);
    private static final Request REQUEST = new Request("GET", "https://camera.example/pictures", List.of(), null);
    private static final String CHALLENGE =
            "Digest realm=\"pictures\", nonce=\"%s\", qop=\"auth\", algorithm=SHA-256%s";
    private static final Pattern NONCE_AND_COUNT = Pattern.compile("nonce=\"([^\"]*)\", nc=([0-9a-f]{8})");
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Operation operation;

    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
    private final List<Duration> waited = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private final List<Secret> heard = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void read() throws Exception {
        Path file = Files.writeString(folder.resolve("camera.auth.yaml"), """
                suite: Camera API
                target: https://camera.example
                credentials:
                  digest: {account: {user: tester, password: "${PASSWORD}"}}
                operations: [GET /pictures]
                scenarios: [no-token]
                """);
        Reading reading = SuiteFile.alone(file).plan(Set.of("PASSWORD"));
        operation = CasePlan.of(((Reading.Understood) reading).suite()).get(0).operation();
    }

    private static Presentation good(Map<String, String> settings) {
        Map<String, Setting> declared = new LinkedHashMap<>();
        settings.forEach((key, text) -> declared.put(key, new Setting(AT, new Secret(text))));
        return AuthSchemes.named("digest")
                .present(new NamedSettings(AT, "digest", declared), new Secret("tester:sesame"));
    }

    private static Credential good() {
        return good(Map.of()).declared();
    }

    private static Credential wrong(String condition) throws Exception {
        return wrong(condition, Map.of());
    }

    private static Credential wrong(String condition, Map<String, String> settings) throws Exception {
        Blueprint blueprint = CredentialConditions.named(condition).applyTo(Blueprint.good(condition, List.of()));
        return blueprint.carriage().carry(good(settings));
    }

    /** An API: an answer to what stands in Authorization, and to how many requests came before. */
    private ChallengeDance dance(BiFunction<String, Integer, Exchange> api) {
        return dance(api, waited::add);
    }

    private ChallengeDance dance(BiFunction<String, Integer, Exchange> api, Courtesy.Pause pause) {
        return new ChallengeDance(
                (to, credential) -> {
                    credential.before().forEach(ahead -> sent.add("ahead: " + field(ahead)));
                    String field = field(credential);
                    int before;
                    synchronized (sent) {
                        before = sent.size();
                        sent.add(field);
                    }
                    return api.apply(field, before);
                },
                pause,
                LONGEST_WAIT,
                notices::add,
                heard::add);
    }

    private static String field(Credential credential) {
        return credential.fields().stream()
                .map(part -> credential.written(part.value().reveal(), "GET", "/pictures", new byte[0]))
                .findFirst()
                .orElse("nothing");
    }

    private static Exchange answered(int status, String... headers) {
        List<Header> fields = new ArrayList<>();
        for (int i = 0; i < headers.length; i += 2) {
            fields.add(new Header(headers[i], headers[i + 1]));
        }
        return new Exchange.Answered(REQUEST, new Response(status, fields, new Body(new byte[0], false), List.of()));
    }

    private static Exchange challenge(String nonce, String more) {
        return answered(401, "WWW-Authenticate", CHALLENGE.formatted(nonce, more));
    }

    /** {@code a 00000001}, or nothing, for each request. */
    private List<String> noncesAndCounts() {
        return sent.stream()
                .map(field -> {
                    Matcher matcher = NONCE_AND_COUNT.matcher(field);
                    return matcher.find() ? matcher.group(1) + " " + matcher.group(2) : field;
                })
                .toList();
    }

    private static int status(Exchange exchange) {
        return ((Exchange.Answered) exchange).response().status();
    }

    @Test
    void what_answers_no_challenge_goes_on_as_it_is() {
        Exchange answer = answered(401);

        assertThat(dance((field, before) -> answer).send(operation, Credential.NONE))
                .isSameAs(answer);
        assertThat(sent).containsExactly("nothing");
    }

    @Test
    void a_nonce_is_asked_for_once_and_counted_and_the_first_answer_says_so() {
        ChallengeDance dance = dance((field, before) -> before == 0 ? challenge("a", "") : answered(200));

        Exchange first = dance.send(operation, good());
        Exchange second = dance.send(operation, good());

        assertThat(noncesAndCounts()).containsExactly("nothing", "a 00000001", "a 00000002");
        assertThat(first.note())
                .isEqualTo("answers the challenge that came before: 401, " + CHALLENGE.formatted("a", ""));
        assertThat(second.note()).isNull();
        assertThat(heard).hasSize(2);
        assertThat(sent.get(1)).contains(heard.get(0).reveal()).doesNotContain("sesame");
    }

    @Test
    void a_nonce_that_counts_once_costs_one_refusal_and_from_then_on_one_request_more() {
        Set<String> used = new HashSet<>();
        ChallengeDance dance = dance((field, before) -> {
            Matcher matcher = NONCE_AND_COUNT.matcher(field);
            return matcher.find() && used.add(matcher.group(1)) ? answered(200) : challenge("n" + before, "");
        });

        Exchange[] all = {dance.send(operation, good()), dance.send(operation, good()), dance.send(operation, good())};

        assertThat(all).allMatch(exchange -> status(exchange) == 200);
        assertThat(noncesAndCounts())
                .containsExactly("nothing", "n0 00000001", "n0 00000002", "n2 00000001", "nothing", "n4 00000001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", stale=true"})
    void an_api_that_refuses_for_ever_is_asked_no_more_than_a_second_time(String stale) {
        ChallengeDance dance = dance((field, before) -> challenge("n" + before, stale));

        for (int i = 0; i < 10; i++) {
            assertThat(status(dance.send(operation, good()))).isEqualTo(401);
        }
        assertThat(sent).hasSizeLessThanOrEqualTo(30);
    }

    @Test
    void a_bad_credential_is_sent_again_only_where_the_nonce_is_to_blame() throws Exception {
        ChallengeDance dance = dance((field, before) ->
                before == 0 ? challenge("a", "") : challenge("n" + before, before == 2 ? ", stale=true" : ""));
        Credential wrong = wrong("digest-wrong-response");

        dance.send(operation, wrong);
        assertThat(sent).hasSize(2);
        Exchange second = dance.send(operation, wrong);

        assertThat(noncesAndCounts()).containsExactly("nothing", "a 00000001", "a 00000002", "n2 00000001");
        assertThat(second.note()).startsWith("sent again, since a nonce that was used before was answered 401");
    }

    @Test
    void the_next_nonce_is_taken_from_the_answer_that_names_it() {
        ChallengeDance dance = dance((field, before) -> before == 0
                ? challenge("a", "")
                : answered(200, "Authentication-Info", "qop=auth, nextnonce=\"after" + before + "\", nc=00000001"));

        dance.send(operation, good());
        dance.send(operation, good());
        dance.send(operation, good());

        assertThat(noncesAndCounts()).containsExactly("nothing", "a 00000001", "after1 00000001", "after2 00000001");
    }

    @Test
    void the_first_challenge_that_is_known_is_answered_whatever_stands_beside_it() {
        ChallengeDance dance = dance((field, before) -> before == 0
                ? answered(
                        401,
                        "WWW-Authenticate",
                        "Basic realm=\"pictures\", Digest realm=\"pictures\", nonce=\"a\", qop=\"auth\", algorithm=SHA-1",
                        "WWW-Authenticate",
                        "Digest realm=\"pictures\", nonce=\"b\", qop=\"auth-conf\", algorithm=SHA-256",
                        "WWW-Authenticate",
                        "Digest realm=\"pictures\", qop=\"auth\", algorithm=SHA-256",
                        "WWW-Authenticate",
                        "Digest realm=\"pictures\", nonce=\"c\", qop=\"auth-int\", algorithm=MD5-sess, opaque=\"o\\\"p\"",
                        "WWW-Authenticate",
                        CHALLENGE.formatted("d", ""))
                : answered(200));

        dance.send(operation, good());

        assertThat(sent.get(1))
                .contains("algorithm=MD5-sess, nonce=\"c\", nc=00000001, qop=auth-int, cnonce=\"")
                .endsWith(", opaque=\"o\\\"p\"");
    }

    /** RFC 2069, and RFC 2617 without qop. */
    @Test
    void what_offers_no_qop_is_answered_as_before_there_was_one() {
        ChallengeDance dance = dance((field, before) -> before == 0
                ? answered(401, "WWW-Authenticate", "Digest realm=\"pictures\", nonce=\"a\"")
                : answered(200));

        assertThat(status(dance.send(operation, good()))).isEqualTo(200);
        assertThat(sent.get(1)).doesNotContain("qop=", "nc=", "cnonce=", "algorithm=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Digest",
                "Digest nonce",
                "Digest nonce=",
                "Digest realm=\"pictures, nonce=\"a",
                "Digest \u0000nonce=\"a\"",
                ",,,=\"",
                "Basic realm=\"pictures\""
            })
    void what_cannot_be_answered_is_said_with_its_words(String garbage) {
        Exchange exchange = dance((field, before) -> answered(401, "WWW-Authenticate", garbage))
                .send(operation, good());

        assertThat(sent).containsExactly("nothing");
        assertThat(exchange)
                .isInstanceOfSatisfying(
                        Exchange.Unsendable.class,
                        it -> assertThat(it.reason())
                                .isEqualTo(
                                        "a request without a credential got no Digest challenge that could be answered: 401, "
                                                + garbage + "; see whether the API takes Digest here"));
    }

    /** A wait that an answer asks for is kept by whoever sends this, as it is with every other scheme. */
    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504, 407})
    void what_is_not_of_the_api_is_handed_on(int status) {
        Exchange busy = answered(status, "Retry-After", "3");

        assertThat(dance((field, before) -> busy).send(operation, good())).isSameAs(busy);
        assertThat(sent).hasSize(1);
    }

    @Test
    void silence_is_handed_on() {
        Exchange silence = new Exchange.Unanswered(REQUEST, "no answer within 10 s");

        assertThat(dance((field, before) -> silence).send(operation, good())).isSameAs(silence);
    }

    @Test
    void what_spoils_a_nonce_has_one_of_its_own() throws Exception {
        ChallengeDance dance =
                dance((field, before) -> field.equals("nothing") ? challenge("n" + before, "") : answered(200));

        dance.send(operation, good());
        dance.send(operation, wrong("digest-nc-skipped"));
        dance.send(operation, good());

        assertThat(noncesAndCounts())
                .containsExactly("nothing", "n0 00000001", "nothing", "n2 00000008", "n0 00000002");
    }

    /** Its answer is not heard, so nobody could tell that its nonce was too old. */
    @Test
    void what_goes_ahead_on_a_connection_has_a_fresh_nonce() throws Exception {
        ChallengeDance dance =
                dance((field, before) -> field.equals("nothing") ? challenge("n" + before, "") : answered(200));
        dance.send(operation, good());

        Credential behind = wrong("none-after-valid");
        assertThat(behind.goodBefore()).isTrue();
        dance.send(operation, behind);

        assertThat(noncesAndCounts()).containsExactly("nothing", "n0 00000001", "nothing", "n2 00000001", "nothing");
    }

    @Test
    void a_nonce_grows_old_once_for_all_operations() throws Exception {
        ChallengeDance dance = dance((field, before) -> challenge("n" + before, ", stale=true"));
        Credential old = wrong("digest-stale-nonce", Map.of("nonce-lifetime", "60"));

        dance.send(operation, old);
        dance.send(operation.with("HEAD", "/pictures"), old);

        assertThat(waited).containsExactly(Duration.ofSeconds(61));
        assertThat(notices).containsExactly("GET /pictures waits 61 s until a nonce is too old");
        assertThat(noncesAndCounts()).containsExactly("nothing", "n0 00000001", "nothing", "n0 00000002");
    }

    @ParameterizedTest
    @CsvSource({
        "120, 'a nonce holds 120 s, longer than the 120 s of naysayer.longest-wait; raise that'",
        ", 'nobody knows how long a nonce holds; say it in the suite'"
    })
    void nobody_waits_for_longer_than_the_bound_nor_for_a_time_that_nobody_knows(String lifetime, String words)
            throws Exception {
        Credential old = wrong("digest-stale-nonce", lifetime == null ? Map.of() : Map.of("nonce-lifetime", lifetime));

        Exchange exchange = dance((field, before) -> challenge("a", "")).send(operation, old);

        assertThat(exchange)
                .isInstanceOfSatisfying(
                        Exchange.NotApplicable.class,
                        it -> assertThat(it.reason()).startsWith(words));
        assertThat(waited).isEmpty();
    }

    @Test
    void who_is_interrupted_while_a_nonce_grows_old_says_so() throws Exception {
        ChallengeDance dance = dance((field, before) -> challenge("a", ""), time -> {
            throw new InterruptedException();
        });

        Exchange exchange = dance.send(operation, wrong("digest-stale-nonce", Map.of("nonce-lifetime", "2")));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(exchange)
                .isInstanceOfSatisfying(
                        Exchange.NotApplicable.class,
                        it -> assertThat(it.reason()).isEqualTo("the run was interrupted while the nonce grew old"));
    }

    @Test
    void what_these_challenges_cannot_be_answered_by_does_not_apply() throws Exception {
        Exchange exchange = dance((field, before) -> challenge("a", "")).send(operation, wrong("digest-other-body"));

        assertThat(sent).hasSize(1);
        assertThat(exchange)
                .isInstanceOfSatisfying(
                        Exchange.NotApplicable.class,
                        it -> assertThat(it.reason()).isEqualTo("the API does not offer qop auth-int"));
    }

    /** An API that takes each count once, and no other nonce: nobody is refused, however many ask at once. */
    @Test
    void several_at_once_share_a_nonce() throws InterruptedException {
        Set<String> seen = Collections.synchronizedSet(new HashSet<>());
        ChallengeDance dance = dance((field, before) -> {
            Matcher matcher = NONCE_AND_COUNT.matcher(field);
            return matcher.find() && seen.add(matcher.group()) ? answered(200) : challenge("n" + before, "");
        });
        List<Integer> statuses = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch done = new CountDownLatch(8);
        Stream.generate(() -> new Thread(() -> {
                    for (int i = 0; i < 50; i++) {
                        statuses.add(status(dance.send(operation, good())));
                    }
                    done.countDown();
                }))
                .limit(8)
                .forEach(Thread::start);

        assertThat(done.await(15, TimeUnit.SECONDS)).isTrue();
        assertThat(statuses).hasSize(400).containsOnly(200);
        assertThat(sent).hasSize(401);
    }
}
