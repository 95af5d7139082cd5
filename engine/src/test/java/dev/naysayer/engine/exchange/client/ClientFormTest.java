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
import dev.naysayer.engine.credential.Presentation;
import dev.naysayer.engine.credential.RequestForm;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.exchange.RawServer;
import dev.naysayer.engine.exchange.redaction.Redactor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A form that a client changes shows what everybody may see, and neither the client's secret nor what the suite refers to. */
@Timeout(60)
class ClientFormTest {

    /** Both are too short to be searched for, so only their place can give them away. */
    private static final String SECRET = "s3cret";

    private static final String REFRESH = "r3fresh";

    private static final Credential CLIENT =
            new ClientPair("tester", SECRET).presentation(true).declared();

    private final Redactor redactor = new Redactor();

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
    void what_is_open_is_shown_beside_a_clients_secret() {
        Exchange exchange = send(CLIENT);

        assertThat(server.received().get(0))
                .endsWith("\r\n\r\ngrant_type=refresh_token&refresh_token=" + REFRESH
                        + "&client_id=tester&client_secret=" + SECRET);
        assertThat(exchange.request().body())
                .isEqualTo("grant_type=refresh_token&refresh_token=***redacted***"
                        + "&client_id=tester&client_secret=***redacted***");
        assertThat(exchange.toString()).doesNotContain(SECRET).doesNotContain(REFRESH);
    }

    @Test
    void a_token_against_forged_requests_is_hidden_behind_what_is_open() {
        Exchange exchange =
                send(new Presentation(Presentation.Place.FORM, "_csrf", "", new Secret("t0ken")).declared());

        assertThat(server.received().get(0)).endsWith("&refresh_token=" + REFRESH + "&_csrf=t0ken");
        assertThat(exchange.request().body())
                .isEqualTo("grant_type=refresh_token&refresh_token=***redacted***&_csrf=***redacted***");
    }

    @Test
    void json_in_the_forms_place_hides_the_same() {
        Exchange exchange = send(CLIENT.withForm(RequestForm::asJson));

        assertThat(server.received().get(0)).contains(SECRET).contains(REFRESH);
        assertThat(exchange.request().body())
                .isEqualTo("{\"grant_type\":\"refresh_token\",\"refresh_token\":\"***redacted***\","
                        + "\"client_id\":\"tester\",\"client_secret\":\"***redacted***\"}");
    }

    @Test
    void in_the_query_nothing_of_it_is_shown() {
        Exchange exchange = send(CLIENT.withForm(RequestForm::inQuery));

        assertThat(server.received().get(0)).contains("&client_secret=" + SECRET);
        assertThat(exchange.toString()).doesNotContain(SECRET).doesNotContain(REFRESH);
    }

    @Test
    void what_is_open_holds_no_secret_even_where_a_suite_writes_it_there() {
        Exchange exchange = send(CLIENT.withForm(form -> form.where("state", "of-" + SECRET)));

        assertThat(exchange.request().body()).endsWith("&state=***redacted***");
    }

    @Test
    void a_made_up_client_is_shown_and_what_the_suite_refers_to_is_not() {
        Credential madeUp = new Credential(
                CLIENT.fields(),
                CLIENT.query(),
                CLIENT.content(),
                CLIENT.form(),
                CLIENT.line(),
                CLIENT.before(),
                CLIENT.goodBefore(),
                CLIENT.verbatim(),
                CLIENT.protocol(),
                List.of(),
                CLIENT.secrets(),
                CLIENT.replies());
        Exchange exchange = send(madeUp);

        assertThat(exchange.request().body())
                .isEqualTo("grant_type=refresh_token&refresh_token=***redacted***" + "&client_id=tester&client_secret="
                        + SECRET);
    }

    @Test
    void a_client_in_the_query_is_learnt_without_its_name() {
        ClientPair pair = new ClientPair("tester-of-orders", "secret-of-the-tester");
        send(Credential.NONE.withQuery(pair.parameters()).withSecret(new Secret(pair.secret())));

        assertThat(redactor.redact("tester-of-orders has secret-of-the-tester"))
                .isEqualTo("tester-of-orders has " + Redactor.MARK);
    }

    /** Half a token, or one that was changed, opens nothing and gives away the good one all the same. */
    @Test
    void of_every_other_scheme_a_parameter_is_learnt_whatever_it_has_of_the_secret() {
        send(Credential.NONE
                .withQuery(List.of(
                        new Credential.Part("access_token", new Secret("the-first-half-of-it")),
                        new Credential.Part("key", new Secret("another-KEY-altogether"))))
                .withSecret(new Secret("the-first-half-of-it-and-the-second")));

        assertThat(redactor.redact("GET /?a=the-first-half-of-it&b=another-KEY-altogether"))
                .isEqualTo("GET /?a=" + Redactor.MARK + "&b=" + Redactor.MARK);
    }

    private Exchange send(Credential credential) {
        try (ApiClient client = new ApiClient(server.url(), QUICK, List.of(), null, redactor)) {
            return client.send(refreshing(), credential);
        }
    }

    /** {@code body: {grant_type: refresh_token, refresh_token: "${REFRESH}"}}. */
    private static Operation refreshing() {
        Template text = new Template(
                List.of(Piece.literal("grant_type=refresh_token&refresh_token="), Piece.given("${REFRESH}", REFRESH)));
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
