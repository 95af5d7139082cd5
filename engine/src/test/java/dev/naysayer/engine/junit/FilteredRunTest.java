package dev.naysayer.engine.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.TagFilter.excludeTags;
import static org.junit.platform.launcher.TagFilter.includeTags;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** What a run is that a build tool has taken tests out of. */
@ExtendWith(SuiteKey.class)
class FilteredRunTest {

    @Test
    void a_tag_that_no_case_has_leaves_nothing_and_fails_nothing() {
        EngineExecutionResults results = run(includeTags("fast"), Contracts.Orders.class);

        assertThat(results.testEvents().started().count()).isZero();
        assertThat(results.containerEvents().failed().count()).isZero();
        assertThat(results.containerEvents().started().count()).isOne();
    }

    @Test
    void tags_that_only_no_case_has_all_of_leave_nothing_either() {
        EngineExecutionResults results = run(includeTags("expired-token & insufficient-scope"), Contracts.Orders.class);

        assertThat(results.testEvents().started().count()).isZero();
        assertThat(results.containerEvents().failed().count()).isZero();
    }

    @Test
    void a_tag_of_some_cases_runs_these() {
        EngineExecutionResults results = run(includeTags("expired-token"), Contracts.Orders.class);

        assertThat(results.testEvents().started().count()).isEqualTo(2);
        assertThat(results.containerEvents().failed().count()).isZero();
    }

    @Test
    void a_name_that_no_case_has_is_no_green_run() {
        EngineExecutionResults results = run(named("nonsense"), Contracts.Orders.class);

        assertThat(results.testEvents().started().count()).isZero();
        assertThat(failures(results))
                .containsExactly("no case of %s is left by the filter: nothing was tested; correct the name or pattern"
                        .formatted(Contracts.Orders.class.getName()));
    }

    @Test
    void a_name_is_missed_also_where_a_tag_leaves_cases() {
        EngineExecutionResults results =
                run(List.of(includeTags("expired-token"), named("nonsense")), Contracts.Orders.class);

        assertThat(failures(results)).hasSize(1);
    }

    @Test
    void a_name_that_another_class_of_the_run_has_is_no_mistake() {
        EngineExecutionResults results =
                run(named("GET-orders-by-id-no-token"), Contracts.Orders.class, Contracts.ItsOwnTarget.class);

        assertThat(results.testEvents().started().count()).isOne();
        assertThat(results.containerEvents().failed().count()).isZero();
    }

    @Test
    void a_target_is_not_started_for_a_class_of_which_nothing_is_left() {
        int stopped = Contracts.ItsOwnTarget.STOPPED.get();

        EngineExecutionResults results = run(named("nonsense"), Contracts.ItsOwnTarget.class);

        assertThat(failures(results)).hasSize(1);
        assertThat(Contracts.ItsOwnTarget.STOPPED).hasValue(stopped);
    }

    @Test
    void a_suite_with_problems_fails_whatever_is_filtered() {
        assertThat(failures(run(includeTags("fast"), Contracts.Nowhere.class))).hasSize(1);
        assertThat(failures(run(excludeTags("slow"), Contracts.Nowhere.class))).hasSize(1);
        assertThat(failures(run(named("nonsense"), Contracts.Nowhere.class))).hasSize(1);
    }

    private static EngineExecutionResults run(PostDiscoveryFilter filter, Class<?>... types) {
        return run(List.of(filter), types);
    }

    private static EngineExecutionResults run(List<PostDiscoveryFilter> filters, Class<?>... types) {
        var engine = Contracts.engine().filters(filters.toArray(Filter[]::new));
        for (Class<?> type : types) {
            engine.selectors(selectClass(type));
        }
        return engine.execute();
    }

    /** As Surefire filters by {@code -Dtest=Class#name}: what is no method stays. */
    private static PostDiscoveryFilter named(String name) {
        return descriptor -> FilterResult.includedIf(isNamed(descriptor, name));
    }

    private static boolean isNamed(TestDescriptor descriptor, String name) {
        return descriptor
                .getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getMethodName().equals(name))
                .orElse(true);
    }

    private static List<String> failures(EngineExecutionResults results) {
        return results.containerEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .flatMap(result -> result.getThrowable().stream())
                .map(Throwable::getMessage)
                .toList();
    }
}
