package dev.naysayer.engine.credential.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.Control;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.RequestBody;
import dev.naysayer.dsl.RequestFields;
import dev.naysayer.dsl.Requirement;
import dev.naysayer.dsl.Template;
import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.CredentialCondition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A condition says for which operations it makes no sense. */
class ExceptionsTest {

    @ParameterizedTest(name = "{0} of {1} {2} {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "token-in-form            | GET    | /orders     |    | the operation is no POST",
                "token-in-form            | POST   | /orders     | {} | the operation has a body of its own",
                "token-in-form            | POST   | /orders     |    |",
                "token-in-form-and-header | PUT    | /orders     |    | the operation is no POST",
                "token-in-form-and-header | POST   | /orders     | {} | the operation has a body of its own",
                "token-in-form-and-header | POST   | /orders     |    |",
                "token-in-form-get        | POST   | /orders     |    | the operation is no GET",
                "token-in-form-get        | GET    | /orders     |    |",
                "token-in-json            | DELETE | /orders     |    | the operation is no POST, PUT or PATCH",
                "token-in-json            | PATCH  | /orders     | {} |",
                "path-trailing-slash      | GET    | /orders/?a=b|    | the path ends with a slash",
                "path-trailing-slash      | GET    | /orders?a=/ |    |",
                "path-json-suffix         | GET    | /           |    | the path ends with a slash",
                "path-encoded-letter      | GET    | /{id}       |    | the path has no letter",
                "path-encoded-letter      | GET    | /a/{id}     |    |",
                "path-upper-case          | GET    | /{id}/B?c   |    | the path has no lower-case letter",
                "path-upper-case          | GET    | /b          |    |",
                "method-head              | HEAD   | /           |    | it is the operation's own method",
                "method-delete            | DELETE | /           |    | it is the operation's own method",
                "method-delete            | GET    | /           |    | DELETE may change data: 'mutates: true' at the operation allows it",
                "method-patch             | DELETE | /           |    | PATCH may change data: 'mutates: true' at the operation allows it",
                "method-override          | GET    | /           |    | DELETE may change data: 'mutates: true' at the operation allows it",
                "method-unknown           | GET    | /           |    |",
                "plain-http               | GET    | /           |    |",
                "broken-body              | POST   | /           |    | the operation has no body",
                "broken-body              | POST   | /           | {} |",
                "broken-body-no-token     | PUT    | /           |    | the operation has no body",
                "broken-body-no-token     | PUT    | /           | {} |",
                "cross-site-origin        | GET    | /           |    | GET changes nothing, so it is worth no forging",
                "cross-site-fetch         | DELETE | /           |    |",
            })
    void a_condition_that_makes_no_sense_says_why(
            String condition, String method, String path, @Nullable String body, @Nullable String reason) {
        assertThat(CredentialConditions.named(condition).notApplicable(operation(method, path, body, false)))
                .isEqualTo(reason);
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "unknown-code                    | grant_type=client_credentials |",
                "code-reused                     | grant_type=client_credentials | the form has no 'code'",
                "code-reused                     | a=1&code=                     |",
                "code-of-another-client          | codes=1                       | the form has no 'code'",
                "other-redirect-uri              | code=1                        | the form has no 'redirect_uri'",
                "other-redirect-uri              | redirect_uri=1                | the form has no 'code'",
                "other-redirect-uri              | code=1&redirect%5Furi=1       |",
                "wrong-code-verifier             | code=1                        | the form has no 'code_verifier'",
                "missing-code-verifier           | code=1&code_verifier=1        |",
                "needless-code-verifier          | code=1&code_verifier=1        | the code was asked for with a challenge",
                "needless-code-verifier          | code=1                        |",
                "needless-code-verifier          | a=1                           | the form has no 'code'",
                "refresh-token-of-another-client | code=1                        | the form has no 'refresh_token'",
                "refresh-token-reused            | refresh_token=1               |",
                "missing-client-id               | refresh_token=1               | the form has no 'code'",
            })
    void what_is_about_a_form_wants_something_in_it(String condition, String form, @Nullable String reason) {
        Operation operation =
                operation("POST", "/token", null, false).asking("POST", RequestBody.form(form), RequestFields.NONE);

        assertThat(CredentialConditions.named(condition).notApplicable(operation))
                .isEqualTo(reason);
    }

    /** What a reference is written as is no part of the form. */
    @Test
    void a_command_may_hold_whatever_a_form_does() {
        Template text = new Template(
                List.of(Template.Piece.literal("token="), Template.Piece.given("${command:curl -d 'a&code=1'}", "x")));
        Operation operation = operation("POST", "/token", null, false)
                .asking("POST", new RequestBody(RequestBody.FORM, text, false, List.of()), RequestFields.NONE);

        assertThat(CredentialConditions.named("code-reused").notApplicable(operation))
                .isEqualTo("the form has no 'code'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"method-delete", "method-override", "method-post", "method-put", "method-patch"})
    void another_method_that_writes_is_sent_where_the_suite_allows_data_to_change(String condition) {
        assertThat(CredentialConditions.named(condition).notApplicable(operation("GET", "/orders", null, true)))
                .isNull();
    }

    @Test
    void no_other_path_is_ever_asked_for_with_a_method_that_writes() {
        List<CredentialCondition> paths = CredentialConditions.ALL.stream()
                .filter(condition -> condition.info().name().startsWith("path-"))
                .toList();

        assertThat(paths)
                .hasSizeGreaterThan(5)
                .allSatisfy(condition -> assertThat(condition.notApplicable(operation("POST", "/orders/b", null, true)))
                        .isEqualTo("POST may change data"));
    }

    @Test
    void an_ordinary_GET_takes_every_other_condition() {
        Operation operation = operation("GET", "/orders/{id}", null, true);

        assertThat(CredentialConditions.ALL)
                .filteredOn(condition -> condition.info().group() != ConditionGroup.JWT)
                .filteredOn(condition -> condition.info().group() != ConditionGroup.STEP_UP)
                .filteredOn(condition -> condition.info().group() != ConditionGroup.CLIENT)
                .filteredOn(condition -> condition.info().group() != ConditionGroup.TOKEN_ENDPOINT)
                .filteredOn(condition -> condition.notApplicable(operation) != null)
                .extracting(CredentialCondition::info)
                .extracting(info -> info.name())
                .containsExactly(
                        "token-in-form",
                        "token-in-form-and-header",
                        "token-in-json",
                        "broken-body-no-token",
                        "broken-body",
                        "cross-site-origin",
                        "cross-site-fetch",
                        "cross-site-text");
    }

    private static Operation operation(String method, String path, @Nullable String body, boolean mutates) {
        return new Operation(
                new Position("orders.auth.yaml", 7, 5),
                method,
                path,
                Map.of("id", "1001"),
                List.of(),
                mutates,
                Control.ON,
                List.of(),
                Map.of(),
                body,
                Requirement.of("bearer"));
    }
}
