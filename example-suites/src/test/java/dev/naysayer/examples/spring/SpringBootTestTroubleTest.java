package dev.naysayer.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.junit.AuthContract;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.examples.client.SuiteLauncher;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** What Spring Boot starts, and cannot be asked, accuses no API. */
class SpringBootTestTroubleTest {

    @AuthContract("spring-boot-test.auth.yaml")
    @SpringBootTest(
            classes = SpringOrders.class,
            properties = {
                "spring.main.banner-mode=off",
                "spring.security.oauth2.resourceserver.jwt.issuer-uri=${naysayer.issuer}"
            })
    static class Mocked {}

    /** As in production, which is what the test's properties have to change. */
    @AuthContract("spring-boot-test.auth.yaml")
    @SpringBootTest(
            classes = SpringOrders.class,
            webEnvironment = WebEnvironment.RANDOM_PORT,
            properties = {
                "spring.main.banner-mode=off",
                "spring.security.oauth2.resourceserver.jwt.issuer-uri=https://issuer.example"
            })
    static class Untold {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mocked | listens on no port, so its API cannot be asked: say @SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT);
            Untold | trusts no token of this suite: say spring.security.oauth2.resourceserver.jwt.issuer-uri=${naysayer.issuer} in the properties of the test
            """)
    void every_case_is_misconfigured_and_says_what_to_change(String type, String told) throws ClassNotFoundException {
        SuiteLauncher.Run run = SuiteLauncher.run(Class.forName(getClass().getName() + "$" + type), Map.of());

        assertThat(run.outcomes()).hasSize(14).allSatisfy(it -> {
            assertThat(it.kind()).isEqualTo(OutcomeKind.MISCONFIGURED);
            assertThat(it.reason()).contains("the Spring context of ", type, told);
        });
    }
}
