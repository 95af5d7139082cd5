package dev.naysayer.reports.benchmark;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import com.nimbusds.jose.JOSEException;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same cases by Jupiter, REST Assured and a JSON Schema validator, as the manual of each shows it. */
final class ByHand {

    private static final Work WORK = Work.given();
    private static final Tokens TOKENS = tokens();

    private static Tokens tokens() {
        try {
            return Tokens.signedBy(WORK.key());
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void main(String[] arguments) throws IOException {
        Map<String, String> parameters =
                new HashMap<>(Map.of("junit.platform.execution.listeners.deactivate", "dev.naysayer.*"));
        if (WORK.inFlight() > 1) {
            parameters.putAll(Map.of(
                    "junit.jupiter.execution.parallel.enabled", "true",
                    "junit.jupiter.execution.parallel.mode.default", "concurrent",
                    "junit.jupiter.execution.parallel.config.strategy", "fixed",
                    "junit.jupiter.execution.parallel.config.fixed.parallelism", String.valueOf(WORK.inFlight())));
        }
        LaunchedTests.run(
                "junit-jupiter",
                WORK.cases() == 1 ? selectMethod(ByHand.class, "expired_token", "int") : selectClass(ByHand.class),
                WORK.cases(),
                parameters);
        Figures.tell();
        System.exit(0);
    }

    static IntStream operations() {
        return WORK.operations();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void no_token(int operation) {
        isRefused(Answer.NO_TOKEN, operation);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void expired_token(int operation) {
        isRefused(Answer.EXPIRED_TOKEN, operation);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void wrong_audience(int operation) {
        isRefused(Answer.WRONG_AUDIENCE, operation);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void insufficient_scope(int operation) {
        isRefused(Answer.INSUFFICIENT_SCOPE, operation);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void the_good_one(int operation) {
        answered(Answer.CONTROL, operation).statusCode(200);
    }

    private static void isRefused(Answer answer, int operation) {
        ValidatableResponse response = answered(answer, operation)
                .statusCode(answer.status())
                .header("WWW-Authenticate", startsWith("Bearer "));
        if (answer.error() != null) {
            response.header("WWW-Authenticate", containsString("error=\"" + answer.error() + "\""));
        }
        assertEquals(List.of(), Checks.violations(response.extract().asString()));
    }

    private static ValidatableResponse answered(Answer answer, int operation) {
        RequestSpecification request = given().baseUri(WORK.url()).accept("application/json, application/problem+json");
        String token = TOKENS.of(answer);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.when().get("/things/" + operation).then();
    }
}
