package dev.naysayer.examples.flaws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.junit.AuthContract;
import dev.naysayer.examples.client.Findings;
import dev.naysayer.examples.client.RecordedAnswers;
import dev.naysayer.examples.client.Some;
import dev.naysayer.examples.client.SuiteLauncher;
import dev.naysayer.examples.flaws.UnevenApi.Asked;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** What comparisons find in an API whose answers do not fit together: {@code unevenness.txt}, no more and no less. */
class UnevenContractTest {

    static final RecordedAnswers EXPECTED = RecordedAnswers.of(UnevenContractTest.class, "unevenness.txt");

    @AuthContract(value = "uneven.auth.yaml", target = OrdersIssuer.class)
    static final class Opaque {}

    @AuthContract(value = "uneven-distinct.auth.yaml", target = OrdersIssuer.class)
    static final class Distinct {}

    @AuthContract(value = "uneven-hiding.auth.yaml", target = OrdersIssuer.class)
    static final class Hiding {}

    @AuthContract(value = "uneven-basic.auth.yaml", target = StockTarget.class)
    static final class Passwords {}

    @AuthContract(value = "uneven-login-pages.auth.yaml", target = StockTarget.class)
    static final class LoginPages {}

    @AuthContract(value = "uneven-pages.auth.yaml", target = OrdersIssuer.class)
    static final class Pages {}

    @AuthContract(value = "uneven-pages-with-cookies.auth.yaml", target = OrdersIssuer.class)
    static final class PagesWithCookies {}

    @ParameterizedTest
    @Some(oneOf = 5)
    void an_api_is_told_exactly_what_does_not_fit(Unevenness unevenness) {
        EXPECTED.check(unevenness.id(), findings(unevenness.style(), unevenness.flaw()));
    }

    @ParameterizedTest
    @Some(oneOf = 5)
    void an_api_that_is_right_in_its_own_way_is_told_nothing(UnevenStyle style) {
        assertThat(findings(style, (asked, told) -> told)).isEqualTo(Findings.NOTHING);
    }

    @Test
    void every_unevenness_is_expected() {
        EXPECTED.checkTitles(
                Arrays.stream(Unevenness.values()).map(Unevenness::id).toList());
    }

    private static String findings(UnevenStyle style, BiFunction<Asked, Told, Told> flaw) {
        try (UnevenApi api = UnevenApi.start(style, flaw)) {
            SuiteLauncher.Run run = SuiteLauncher.run(style.contract(), Map.of("naysayer.target", api.url()));
            assertThat(run.comparisons()).isNotEmpty();
            return Findings.ofComparisons(run.comparisons());
        }
    }
}
