package dev.naysayer.engine.exchange.client;

import static dev.naysayer.engine.exchange.Sending.QUICK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.Control;
import dev.naysayer.dsl.LoginNeed;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.OperationKind;
import dev.naysayer.dsl.OperationPromises;
import dev.naysayer.dsl.PathObjects;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.RequestBody;
import dev.naysayer.dsl.RequestFields;
import dev.naysayer.dsl.Requirement;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.Template;
import dev.naysayer.dsl.Template.Piece;
import dev.naysayer.engine.credential.ClientPair;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.exchange.RawServer;
import dev.naysayer.engine.exchange.redaction.Redactor;
import dev.naysayer.engine.mover.Mover;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A code can be used once: each case has its own, and all requests of one case have the same. */
@Timeout(60)
class RenewedFormTest {

    private static final Credential IN_HEADER =
            new ClientPair("tester", "s3cret").presentation(false).declared();
    private static final Credential IN_FORM =
            new ClientPair("tester", "s3cret").presentation(true).declared();

    private final Redactor redactor = new Redactor();
    private final AtomicInteger given = new AtomicInteger();

    @SuppressWarnings("NullAway.Init")
    private RawServer server;

    @BeforeEach
    void start() throws Exception {
        server = RawServer.answering(RawServer.REFUSAL);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void each_case_has_a_code_of_its_own_which_nobody_is_shown() {
        Operation operation = redeeming(() -> new Secret("code-number-" + given.incrementAndGet()));

        Exchange first = send(operation, IN_HEADER);
        Exchange second = send(operation, IN_FORM);

        assertThat(server.received().get(0)).endsWith("&code=code-number-1");
        assertThat(server.received().get(1)).endsWith("&code=code-number-2&client_id=tester&client_secret=s3cret");
        assertThat(first + " " + second).doesNotContain("code-number");
        assertThat(redactor.redact("code-number-1 and code-number-2"))
                .isEqualTo("%s and %s".formatted(Redactor.MARK, Redactor.MARK));
    }

    @Test
    void what_goes_before_in_the_same_case_has_the_same_code() {
        Operation operation = redeeming(() -> new Secret("code-number-" + given.incrementAndGet()));

        send(operation, IN_HEADER.after(List.of(IN_HEADER)));
        send(operation, IN_FORM.after(List.of(IN_FORM)));

        assertThat(given).hasValue(2);
        assertThat(server.received()).hasSize(4);
        assertThat(server.received().subList(0, 2)).allMatch(it -> it.contains("&code=code-number-1"));
        assertThat(server.received().subList(2, 4)).allMatch(it -> it.contains("&code=code-number-2"));
    }

    @Test
    void where_there_is_no_code_nothing_is_sent_and_the_suite_has_to_be_mended() {
        Exchange exchange = send(redeeming(() -> null), IN_HEADER);

        assertThat(server.received()).isEmpty();
        assertThat(exchange).isInstanceOfSatisfying(Exchange.Unanswered.class, it -> {
            assertThat(it.reason()).isEqualTo("'${command:sign-in}' gave nothing this time; nothing was sent");
            assertThat(it.mover()).isEqualTo(Mover.SUITE);
        });
    }

    private Exchange send(Operation operation, Credential credential) {
        try (ApiClient client = new ApiClient(server.url(), QUICK, List.of(), null, redactor)) {
            return client.send(operation, credential);
        }
    }

    /** {@code body: {grant_type: authorization_code, code: "${command:sign-in}"}}. */
    private static Operation redeeming(Supplier<@Nullable Secret> command) {
        Template text = new Template(List.of(
                Piece.literal("grant_type=authorization_code&code="),
                new Piece("${command:sign-in}", new Secret("code-of-the-reader"), null, command)));
        return new Operation(
                new Position("server.auth.yaml", 1, 1),
                "POST",
                "/token",
                Map.of(),
                List.of(),
                false,
                Control.ON,
                List.of(),
                Map.of(),
                new RequestBody(RequestBody.FORM, text, false, List.of()),
                Requirement.of("client"),
                RequestFields.NONE,
                OperationPromises.NONE,
                PathObjects.NONE,
                OperationKind.TOKEN_ENDPOINT,
                null,
                null,
                LoginNeed.NONE,
                null);
    }
}
