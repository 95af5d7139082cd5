package dev.naysayer.engine.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathResource;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineDiscoveryResults;

@ExtendWith(SuiteKey.class)
class DiscoveryTest {

    private static final String RESOURCE = "dev/naysayer/engine/junit/selected/orders.auth.yaml";
    private static final String[] ALL = {
        "GET /orders › control",
        "GET /orders › no-token",
        "GET /orders › expired-token",
        "GET /orders › insufficient-scope",
        "GET /orders › control-after",
        "GET /orders/{id} › control",
        "GET /orders/{id} › no-token",
        "GET /orders/{id} › expired-token",
        "GET /orders/{id} › insufficient-scope",
        "GET /orders/{id} › control-after",
        "comparison › status-same-across-operations",
        "comparison › shape-same-across-operations",
        "comparison › challenged-scope-suffices",
        "comparison › every-answer"
    };

    @Test
    void a_class_becomes_a_container_with_its_suite_and_a_test_a_case() {
        TestDescriptor type = only(discover(selectClass(Contracts.Orders.class)));
        TestDescriptor suite = only(type);
        TestDescriptor expired =
                suite.getChildren().stream().skip(2).findFirst().orElseThrow();

        assertThat(type.getDisplayName()).isEqualTo(Contracts.Orders.class.getName());
        assertThat(type.getSource()).containsInstanceOf(ClassSource.class);
        assertThat(suite.getDisplayName()).isEqualTo("Orders API");
        assertThat(suite.getSource()).containsInstanceOf(FileSource.class);
        assertThat(expired.getDisplayName()).isEqualTo("GET /orders › expired-token");
        assertThat(expired.getSource())
                .contains(MethodSource.from(Contracts.Orders.class.getName(), "GET-orders-expired-token"));
        assertThat(expired.getTags())
                .containsExactlyInAnyOrder(
                        TestTag.create("expired-token"), TestTag.create("jwt"), TestTag.create("nightly"));
        assertThat(suite.getChildren().stream()
                        .skip(5)
                        .findFirst()
                        .orElseThrow()
                        .getTags())
                .contains(TestTag.create("smoke"), TestTag.create("nightly"));
        assertThat(tests(type)).containsExactly(ALL);
    }

    @Test
    void method_names_are_unique_and_free_of_what_filters_read_as_syntax() {
        List<String> names = discover(selectClass(Contracts.Orders.class)).getDescendants().stream()
                .flatMap(node -> node.getSource().stream())
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getMethodName())
                .toList();

        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[A-Za-z0-9._~-]+"));
        assertThat(names).contains("GET-orders-by-id-no-token");
    }

    @Test
    void a_file_a_folder_a_package_and_a_resource_select_the_same_suite() throws URISyntaxException {
        Path file = Path.of(
                DiscoveryTest.class.getResource("selected/orders.auth.yaml").toURI());
        Stream<DiscoverySelector> selectors = Stream.of(
                selectFile(file.toString()),
                selectDirectory(file.resolveSibling("").toString()),
                selectPackage("dev.naysayer.engine.junit.selected"),
                selectClasspathResource(RESOURCE));

        assertThat(selectors)
                .allSatisfy(selector -> assertThat(tests(discover(selector))).containsExactly(ALL));
    }

    @Test
    void a_line_selects_its_operation_or_its_scenario() {
        assertThat(tests(discover(selectClasspathResource(RESOURCE, FilePosition.from(12)))))
                .containsExactly("GET /orders › expired-token", "GET /orders/{id} › expired-token");
        assertThat(tests(discover(selectClasspathResource(RESOURCE, FilePosition.from(1)))))
                .containsExactly(
                        "comparison › status-same-across-operations",
                        "comparison › shape-same-across-operations",
                        "comparison › challenged-scope-suffices",
                        "comparison › every-answer");
        assertThat(tests(discover(selectClasspathResource(RESOURCE, FilePosition.from(9)))))
                .containsExactly(
                        "GET /orders/{id} › control",
                        "GET /orders/{id} › no-token",
                        "GET /orders/{id} › expired-token",
                        "GET /orders/{id} › insufficient-scope",
                        "GET /orders/{id} › control-after");
    }

    @Test
    void a_unique_id_selects_one_case_whether_a_class_or_a_file_leads_to_it() {
        Stream<DiscoverySelector> whole =
                Stream.of(selectClass(Contracts.Orders.class), selectClasspathResource(RESOURCE));

        assertThat(whole).allSatisfy(selector -> {
            TestDescriptor test = discover(selector).getDescendants().stream()
                    .filter(TestDescriptor::isTest)
                    .skip(5)
                    .findFirst()
                    .orElseThrow();
            assertThat(tests(discover(selectUniqueId(test.getUniqueId())))).containsExactly(test.getDisplayName());
        });
    }

    @Test
    void a_suite_that_a_selected_class_runs_does_not_run_twice() {
        assertThat(tests(discover(selectClass(Contracts.Orders.class), selectClasspathResource(RESOURCE))))
                .containsExactly(ALL);
    }

    @Test
    void problems_of_all_suites_are_errors_with_place_and_next_step() {
        List<String> problems = Contracts.problems(Contracts.engine()
                .selectors(
                        selectPackage("dev.naysayer.engine.junit.broken"),
                        selectClass(Contracts.Nowhere.class),
                        selectClass(Contracts.WithUnmakeableTarget.class)));

        assertThat(problems)
                .extracting(problem -> problem.lines().findFirst().orElse(""))
                .containsExactlyInAnyOrder(
                        "one.auth.yaml:6:13: unknown scenario 'no-tokn'",
                        "one.auth.yaml:1:1: the suite names no target",
                        "two.auth.yaml:5:83: what 'key' refers to is no private key",
                        "alike.auth.yaml:8:5: the tests of 'GET /orders/by-id' would be named like those of 'GET /orders/{id}'",
                        "three.auth.yaml:1:1: the suite names no target",
                        "@AuthContract(\"nowhere.auth.yaml\") of %s names a suite that is not on the class path: put it into src/test/resources, beside the class's package or at the root"
                                .formatted(Contracts.Nowhere.class.getName()),
                        "the target of %s cannot be made: java.lang.NoSuchMethodException: %s.<init>(); give it a constructor without parameters that does nothing"
                                .formatted(
                                        Contracts.WithUnmakeableTarget.class.getName(),
                                        Contracts.Unmakeable.class.getName()));
    }

    @Test
    void a_setting_that_cannot_be_read_fails_its_suites_with_its_name() {
        List<String> problems = Contracts.problems(Contracts.engine()
                .selectors(selectClass(Contracts.Orders.class))
                .configurationParameter(Setting.RESPONSE_TIMEOUT.parameter(), "abc")
                .configurationParameter(Setting.CONNECT_TIMEOUT.parameter(), "0"));

        assertThat(problems)
                .containsExactly(
                        "naysayer.connect-timeout has to be whole seconds, from 1 to 99999",
                        "naysayer.response-timeout has to be whole seconds, from 1 to 99999");
    }

    @Test
    void a_setting_that_is_misspelt_fails_all_suites_wherever_it_was_set() {
        String property = "naysayer.conect-timeout";
        System.setProperty(property, "5");
        try {
            List<String> problems = Contracts.problems(Contracts.engine()
                    .selectors(selectClass(Contracts.Orders.class))
                    .configurationParameter("naysayer.traget", "http://127.0.0.1:1")
                    .configurationParameter("naysayer.colour", "blue")
                    .configurationParameter("junit.jupiter.anything", "of others"));

            assertThat(problems)
                    .extracting(problem -> problem.lines().findFirst().orElse(""))
                    .satisfiesExactly(
                            colour -> assertThat(colour)
                                    .startsWith("there is no setting 'naysayer.colour': the nearest are: naysayer."),
                            connect -> assertThat(connect)
                                    .startsWith(
                                            "there is no setting 'naysayer.conect-timeout': did you mean 'naysayer.connect-timeout'?"),
                            target -> assertThat(target)
                                    .startsWith(
                                            "there is no setting 'naysayer.traget': did you mean 'naysayer.target'?"));
        } finally {
            System.clearProperty(property);
        }
    }

    @Test
    void plain_http_to_another_machine_is_a_problem_wherever_the_base_url_comes_from() {
        List<String> problems = Contracts.problems(Contracts.engine()
                .selectors(selectClass(Contracts.Orders.class))
                .configurationParameter(Setting.TARGET.parameter(), "http://orders.staging.example"));

        assertThat(problems).singleElement().asString().isEqualToNormalizingNewlines("""
                        orders.auth.yaml:1:1: the base URL is plain http to another machine, and whoever is on the way can read each credential
                          | suite: Orders API
                          | ^ use https://, or say why it may be: 'allow-plain-http: …' at the top of the suite""");
    }

    @Test
    void manners_that_cannot_be_sent_are_problems() {
        List<String> problems = Contracts.problems(Contracts.engine()
                .selectors(selectClass(Contracts.Orders.class))
                .configurationParameter(Setting.RATE_LIMIT.parameter(), "0")
                .configurationParameter(Setting.USER_AGENT.parameter(), "two\r\nlines")
                .configurationParameter(Setting.RUN_ID.parameter(), "a b"));

        assertThat(problems)
                .containsExactly(
                        "naysayer.rate-limit has to be requests per second, from 0.01 to 9999, such as 10 or 0.5",
                        "naysayer.user-agent has to be printable ASCII, at most 200 characters: it is sent as a header",
                        "naysayer.run-id has to be letters, digits, '.', '_' and '-', at most 64: it is sent in a header");
    }

    private static TestDescriptor discover(DiscoverySelector... selectors) {
        EngineDiscoveryResults results = Contracts.engine().selectors(selectors).discover();
        assertThat(results.getDiscoveryIssues()).isEmpty();
        assertThat(results.getEngineDescriptor().getDescendants()).noneMatch(ProblemNode.class::isInstance);
        return results.getEngineDescriptor();
    }

    private static TestDescriptor only(TestDescriptor parent) {
        assertThat(parent.getChildren()).hasSize(1);
        return parent.getChildren().iterator().next();
    }

    private static List<String> tests(TestDescriptor root) {
        return root.getDescendants().stream()
                .filter(TestDescriptor::isTest)
                .map(TestDescriptor::getDisplayName)
                .toList();
    }
}
