package dev.naysayer.examples.flaws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.junit.AuthContract;
import dev.naysayer.examples.client.Findings;
import dev.naysayer.examples.client.RecordedAnswers;
import dev.naysayer.examples.client.SuiteLauncher;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that only show with TLS, or with a password or an API key for a credential. */
class StockContractTest {

    static final RecordedAnswers EXPECTED = RecordedAnswers.of(StockContractTest.class, "stock-findings.txt");

    @AuthContract(value = "stock-basic.auth.yaml", target = StockTarget.class)
    static final class Basic {}

    @AuthContract(value = "stock-key.auth.yaml", target = StockTarget.class)
    static final class Key {}

    @AuthContract(value = "stock-token.auth.yaml", target = StockTarget.class)
    static final class Token {}

    @ParameterizedTest
    @ValueSource(classes = {Basic.class, Key.class, Token.class})
    void a_careless_api_is_told_what_is_wrong(Class<?> contract) {
        try (StockApi api = StockApi.careless()) {
            EXPECTED.check(contract.getSimpleName(), findings(contract, api));
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {Basic.class, Key.class, Token.class})
    void a_careful_api_is_told_nothing(Class<?> contract) {
        try (StockApi api = StockApi.careful()) {
            assertThat(findings(contract, api)).isEqualTo(Findings.NOTHING);
        }
    }

    private static String findings(Class<?> contract, StockApi api) {
        return Findings.of(SuiteLauncher.run(contract, Map.of("naysayer.target", api.url())));
    }
}
