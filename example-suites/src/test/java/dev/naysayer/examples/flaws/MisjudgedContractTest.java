package dev.naysayer.examples.flaws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.junit.AuthContract;
import dev.naysayer.examples.client.Findings;
import dev.naysayer.examples.client.RecordedAnswers;
import dev.naysayer.examples.client.Some;
import dev.naysayer.examples.client.SuiteLauncher;
import dev.naysayer.examples.orders.Deviation;
import dev.naysayer.examples.orders.OrdersApi;
import dev.naysayer.examples.orders.RefusalStyle;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** What is found in an API that misjudges one kind of credential: {@code misjudgements.txt}, no more and no less. */
class MisjudgedContractTest {

    static final RecordedAnswers EXPECTED = RecordedAnswers.of(MisjudgedContractTest.class, "misjudgements.txt");

    @AuthContract(value = "misjudged-orders.auth.yaml", target = OrdersIssuer.class)
    static final class Contract {}

    @AuthContract(value = "misjudged-claims.auth.yaml", target = OrdersIssuer.class)
    static final class Unprofiled {}

    @ParameterizedTest
    @Some(oneOf = 6)
    void an_api_is_told_exactly_what_it_misjudges(Misjudgement misjudgement) {
        EXPECTED.check(misjudgement.id(), findings(misjudgement.deviation()));
    }

    @Test
    void a_correct_api_is_told_nothing() {
        assertThat(findings(Deviation.NONE)).isEqualTo(Findings.NOTHING);
    }

    @Test
    void every_misjudgement_is_expected_and_found() {
        EXPECTED.checkTitles(
                Arrays.stream(Misjudgement.values()).map(Misjudgement::id).toList());
        assertThat(EXPECTED.titles()).noneMatch(id -> EXPECTED.answer(id).equals(Findings.NOTHING));
    }

    private static String findings(Deviation deviation) {
        try (OrdersApi api = OrdersApi.start(OrdersIssuer.ISSUER.url(), RefusalStyle.PROBLEM, deviation)) {
            String found = findings(Contract.class, api);
            String besides = findings(Unprofiled.class, api);
            if (besides.equals(Findings.NOTHING)) {
                return found;
            }
            String lines = besides.replaceAll("(?m)^", "without the profile, ");
            return found.equals(Findings.NOTHING) ? lines : found + "\n" + lines;
        }
    }

    private static String findings(Class<?> contract, OrdersApi api) {
        return Findings.of(SuiteLauncher.run(contract, Map.of("naysayer.target", api.url())));
    }
}
