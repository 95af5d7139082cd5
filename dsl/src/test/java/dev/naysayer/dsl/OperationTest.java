package dev.naysayer.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /logout",
                "POST /api/v1/auth/log-out",
                "GET /users/me/Logout/all?from=here",
                "POST /SignOut",
                "POST /oauth2/revoke",
                "POST /token/revocation",
                "GET /connect/endsession",
                "POST /realms/a/protocol/openid-connect/logout",
                "PUT /sessions/1/terminate",
                "DELETE /sessions/{id}",
                "DELETE /session",
                "DELETE /tokens/1"
            })
    void what_looks_as_if_it_ended_a_session_does(String name) {
        assertThat(operation(name).endsSession()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /orders",
                "GET /sessions",
                "POST /sessions",
                "DELETE /orders/{id}",
                "GET /orders?next=/logout",
                "GET /catalog",
                "GET /designs/outline",
                "DELETE /possessions/1"
            })
    void whatever_else_does_not(String name) {
        assertThat(operation(name).endsSession()).isFalse();
    }

    @Test
    void a_value_of_the_path_counts_as_what_stands_there() {
        Operation operation = new Operation(
                new Position("orders.auth.yaml", 1, 1),
                "GET",
                "/users/{action}",
                Map.of("action", "logout"),
                List.of(),
                false,
                Control.ON,
                List.of(),
                Map.of(),
                null,
                Requirement.of("bearer"));

        assertThat(operation.endsSession()).isTrue();
    }

    private static Operation operation(String name) {
        String[] parts = name.split(" ", 2);
        return new Operation(
                new Position("orders.auth.yaml", 1, 1),
                parts[0],
                parts[1],
                Map.of(),
                List.of(),
                false,
                Control.ON,
                List.of(),
                Map.of(),
                null,
                Requirement.of("bearer"));
    }
}
