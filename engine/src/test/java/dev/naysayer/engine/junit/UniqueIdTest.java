package dev.naysayer.engine.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What an IDE and a build tool that runs failed tests again go by. */
@ExtendWith(SuiteKey.class)
class UniqueIdTest {

    @Test
    void no_two_tests_are_called_alike_in_any_way() {
        List<TestIdentifier> tests = tests(plan(selectClass(Contracts.Orders.class)));

        assertThat(tests).hasSizeGreaterThan(10);
        assertThat(tests.stream().map(TestIdentifier::getUniqueId)).doesNotHaveDuplicates();
        assertThat(tests.stream().map(TestIdentifier::getDisplayName)).doesNotHaveDuplicates();
        assertThat(tests.stream().map(UniqueIdTest::method)).doesNotHaveDuplicates();
    }

    @Test
    void every_test_can_be_run_again_by_its_unique_id_alone() {
        assertThat(tests(plan(selectClass(Contracts.Orders.class))))
                .allSatisfy(test -> assertThat(tests(plan(selectUniqueId(test.getUniqueId()))))
                        .singleElement()
                        .isEqualTo(test));
    }

    /** The suite has changed since, perhaps; to run nothing in its place would be green. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[class:dev.naysayer.engine.junit.Contracts$Orders]/[suite:selected%2Forders.auth.yaml]/[case:GET %2Forders › gone]",
                "[class:dev.naysayer.engine.junit.Contracts$Orders]/[suite:selected%2Forders.auth.yaml]/[comparison:gone]",
                "[class:com.example.Gone]"
            })
    void a_unique_id_that_nothing_has_any_more_is_no_green_run(String id) {
        assertThatThrownBy(() -> plan(selectUniqueId("[engine:auth-contract]/" + id)))
                .isInstanceOf(JUnitException.class);
    }

    private static TestPlan plan(DiscoverySelector selector) {
        return LauncherFactory.create(LauncherConfig.builder()
                        .enableTestEngineAutoRegistration(false)
                        .addTestEngines(new AuthContractTestEngine())
                        .build())
                .discover(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selector)
                        .build());
    }

    private static List<TestIdentifier> tests(TestPlan plan) {
        return plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .filter(TestIdentifier::isTest)
                .toList();
    }

    private static String method(TestIdentifier test) {
        return test.getSource()
                .map(source -> ((MethodSource) source).getMethodName())
                .orElseThrow();
    }
}
