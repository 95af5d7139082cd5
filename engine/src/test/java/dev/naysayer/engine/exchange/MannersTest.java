package dev.naysayer.engine.exchange;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static dev.naysayer.engine.exchange.Sending.BEARER;
import static dev.naysayer.engine.exchange.Sending.QUICK;
import static dev.naysayer.engine.exchange.Sending.answer;
import static dev.naysayer.engine.exchange.Sending.get;
import static dev.naysayer.engine.exchange.Sending.operation;
import static dev.naysayer.engine.exchange.Sending.unanswered;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.naysayer.dsl.Operation;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.exchange.client.ApiClient;
import dev.naysayer.engine.exchange.client.IssuerClient;
import dev.naysayer.engine.exchange.redaction.Redactor;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every request says who sends it, and none comes too fast, whichever way it takes. */
class MannersTest {

    private static final String NAME = "Naysayer/1.2.3 (run 7f3a09c1)";

    private static final Credential HTTP2 = BEARER.overHttp2();
    private static final Credential VERBATIM = BEARER.sentVerbatim();

    private static final WireMockServer API =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

    @BeforeAll
    static void start() {
        API.start();
        API.stubFor(any(anyUrl()).willReturn(status(401)));
    }

    @AfterAll
    static void stop() {
        API.stop();
    }

    @AfterEach
    void forget() {
        API.resetRequests();
    }

    @Test
    void every_way_to_the_api_and_to_issuers_says_who_asks() throws Exception {
        for (Credential credential : List.of(Credential.NONE, BEARER, VERBATIM, HTTP2)) {
            send(get("/orders"), credential, null);
        }
        send(operation("HEAD", "/orders", Map.of(), null), BEARER, null);
        try (IssuerClient issuers = new IssuerClient(named(RateLimit.NONE))) {
            issuers.get(URI.create(API.baseUrl() + "/metadata"));
            issuers.post(URI.create(API.baseUrl() + "/token"), Map.of(), Map.of());
        }

        assertThat(API.getAllServeEvents())
                .hasSize(7)
                .allSatisfy(event -> assertThat(event.getRequest()
                                .getHeaders()
                                .getHeader("User-Agent")
                                .values())
                        .containsExactly(NAME));
    }

    @Test
    void what_the_users_own_specification_says_goes_before() {
        RequestSpecification own =
                new RequestSpecBuilder().addHeader("User-Agent", "Orders tests").build();
        for (Credential credential : List.of(BEARER, VERBATIM, HTTP2)) {
            send(get("/orders"), credential, own);
        }

        assertThat(API.getAllServeEvents())
                .hasSize(3)
                .allSatisfy(event -> assertThat(event.getRequest()
                                .getHeaders()
                                .getHeader("User-Agent")
                                .values())
                        .containsExactly("Orders tests"));
    }

    @Test
    void api_and_issuer_share_the_turns_of_their_host_and_what_goes_before_takes_a_turn_too() throws Exception {
        List<Duration> waited = new ArrayList<>();
        TransportSettings slow = named(new RateLimit(Duration.ofSeconds(10), () -> 0, waited::add));
        try (ApiClient api = new ApiClient(API.baseUrl(), slow, List.of(), null, new Redactor());
                IssuerClient issuers = new IssuerClient(slow)) {
            api.send(get("/orders"), BEARER);
            issuers.get(URI.create(API.baseUrl() + "/metadata"));
            api.send(get("/orders"), Credential.NONE.after(List.of(BEARER)));
            issuers.get(URI.create(API.baseUrl() + "/metadata"));
        }

        assertThat(waited).containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(40));
    }

    @Test
    void waiting_for_a_turn_is_no_part_of_the_time_for_an_answer() {
        RateLimit second = RateLimit.perSecond(1, System::nanoTime);
        try (ApiClient api = new ApiClient(API.baseUrl(), named(second), List.of(), null, new Redactor())) {
            assertThat(answer(api.send(get("/orders"), BEARER)).status()).isEqualTo(401);
            // QUICK gives an answer 600 ms, and the turn comes after 1 s.
            assertThat(answer(api.send(get("/orders"), BEARER)).status()).isEqualTo(401);
        }
    }

    @Test
    void a_run_that_is_interrupted_while_it_waits_sends_nothing_more() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        RateLimit endless = new RateLimit(Duration.ofHours(1), () -> 0, time -> {
            waiting.countDown();
            new CountDownLatch(1).await();
        });
        List<String> reasons = new ArrayList<>();
        try (ApiClient api = new ApiClient(API.baseUrl(), named(endless), List.of(), null, new Redactor())) {
            api.send(get("/orders"), BEARER);
            Thread run = new Thread(() -> reasons.add(unanswered(api.send(get("/orders"), BEARER))));
            run.start();
            waiting.await();
            run.interrupt();
            run.join(5_000);
        }

        assertThat(reasons)
                .containsExactly("the run was interrupted while a request waited for its turn; nothing was sent");
        assertThat(API.getAllServeEvents()).hasSize(1);
    }

    private static TransportSettings named(RateLimit limit) {
        return new TransportSettings(
                QUICK.connectTimeout(), QUICK.responseTimeout(), QUICK.maxBodyBytes(), new Manners(NAME, limit));
    }

    private static void send(Operation operation, Credential credential, @Nullable RequestSpecification own) {
        try (ApiClient api = new ApiClient(API.baseUrl(), named(RateLimit.NONE), List.of(), own, new Redactor())) {
            assertThat(answer(api.send(operation, credential)).status()).isEqualTo(401);
        }
    }
}
