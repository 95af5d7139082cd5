package dev.naysayer.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.naysayer.engine.junit.AuthContract;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.examples.client.Findings;
import dev.naysayer.examples.client.SuiteLauncher;
import dev.naysayer.examples.issuer.IssuedTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How graphql-java refuses behind Spring for GraphQL and Spring Security. */
@Timeout(120)
class SpringGraphqlTest {

    /** The filters close the endpoint, with Spring's own defaults. */
    public static final class ByDefault extends IssuedTarget {

        @Override
        protected RunningApi start(String issuer) {
            return SpringOrdersApi.startGraphql(SpringGraphql.ByDefault.class, issuer);
        }
    }

    /** The same without the token against forged requests, and with a code. */
    public static final class ForPrograms extends IssuedTarget {

        @Override
        protected RunningApi start(String issuer) {
            return SpringOrdersApi.startGraphql(SpringGraphql.ForPrograms.class, issuer);
        }
    }

    /** The methods alone refuse. */
    public static final class ByFields extends IssuedTarget {

        @Override
        protected RunningApi start(String issuer) {
            return SpringOrdersApi.startGraphql(SpringGraphql.ByFields.class, issuer);
        }
    }

    @AuthContract(value = "spring-graphql.auth.yaml", target = ByDefault.class)
    static final class ByDefaultContract {}

    @AuthContract(value = "spring-graphql.auth.yaml", target = ForPrograms.class)
    static final class ForProgramsContract {}

    @AuthContract(value = "spring-graphql.auth.yaml", target = ByFields.class)
    static final class ByFieldsContract {}

    /** As the draft has it: 401 with a challenge for the request, 200 with a path for the field. */
    @Test
    void set_up_for_programs_it_refuses_as_it_should() {
        SuiteLauncher.Run run = SuiteLauncher.run(ForProgramsContract.class, Map.of());

        assertThat(run.outcomes()).hasSize(13).allMatch(it -> it.kind() == OutcomeKind.CONFORMING);
        assertThat(run.comparisons())
                .filteredOn(it -> it.test().startsWith("graphql-"))
                .extracting(ComparisonOutcome::test, ComparisonOutcome::kind)
                .containsExactlyInAnyOrder(
                        tuple("graphql-forms-refused", OutcomeKind.CONFORMING),
                        tuple("graphql-mutation-not-by-get", OutcomeKind.CONFORMING),
                        tuple("graphql-refused-by-credential", OutcomeKind.CONFORMING));
        // As at every resource server of Spring: the challenge is all that it writes.
        assertThat(Findings.of(run))
                .isEqualTo("comparison: warning: error-representation, all 8 answers: an empty body");
    }

    /**
     * The token against forged requests is looked for first, and is kept in a session: a stranger's, who asks without a bearer token.
     * Spring says by a classification whose error it is, and has no code.
     */
    @Test
    void by_default_strangers_are_given_a_session_and_fields_no_code() {
        SuiteLauncher.Run run = SuiteLauncher.run(ByDefaultContract.class, Map.of());

        assertThat(run.outcomes()).hasSize(13).noneMatch(it -> it.kind().isUnjudged());
        assertThat(Findings.of(run)).isEqualTo("""
                insufficient-scope: warning: graphql-codes-in-extensions
                comparison: warning: error-representation, all 8 answers: an empty body
                comparison: warning: no-cookie-on-refusal, 2 of 8 answers, to POST /graphql › no-token, POST /graphql place › no-token: Set-Cookie: JSESSIONID""");
    }

    /**
     * A stranger who asks for a field that is open and one that is not is served the first: the suite says that this document needs a token.
     * Who asks for the second alone is refused it in a 200, as the draft has it for whatever was executed.
     */
    @Test
    void where_fields_alone_refuse_a_stranger_gets_in() {
        SuiteLauncher.Run run = SuiteLauncher.run(ByFieldsContract.class, Map.of());

        assertThat(Findings.of(run)).isEqualTo("""
                no-token: violation: refusal-refuses, graphql-codes-in-extensions | warning: graphql-codes-in-extensions
                insufficient-scope: warning: graphql-codes-in-extensions
                comparison: warning: error-representation, all 6 answers: an empty body""");
        assertThat(run.outcomes()).noneMatch(it -> it.kind().isUnjudged());
    }

    @Test
    void that_a_field_was_refused_is_seen_without_a_code() {
        SuiteLauncher.Run run = SuiteLauncher.run(ByDefaultContract.class, Map.of(), Set.of("insufficient-scope"));

        assertThat(run.outcomes())
                .filteredOn(it -> it.scenario().equals("insufficient-scope"))
                .hasSize(2)
                .allSatisfy(
                        it -> assertThat(it.quiet().passed()).contains("graphql-error-names-path", "scope-checked"));
    }

    @Test
    void the_suite_is_that_of_the_document() throws IOException {
        String suite =
                Files.readString(Path.of("src/test/resources/dev/naysayer/examples/spring/spring-graphql.auth.yaml"));

        assertThat(suite.lines().count()).isLessThan(30);
        assertThat(Path.of("../docs/graphql.md")).content().contains("```yaml\n" + suite + "```");
    }
}
