package dev.naysayer.examples.correct;

import static dev.naysayer.engine.credential.ConditionGroup.API_KEY;
import static dev.naysayer.engine.credential.ConditionGroup.BASIC;
import static dev.naysayer.engine.credential.ConditionGroup.CARRIAGE;
import static dev.naysayer.engine.credential.ConditionGroup.JWT;
import static dev.naysayer.engine.credential.ConditionGroup.OPAQUE;
import static dev.naysayer.examples.correct.DigestGuard.Lenience.STRICT;

import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.condition.CredentialConditions;
import dev.naysayer.engine.junit.AuthContract;
import dev.naysayer.examples.issuer.IssuedTarget.RunningApi;
import dev.naysayer.examples.liberty.Liberty;
import dev.naysayer.examples.orders.OrdersApi;
import java.util.List;
import java.util.Set;

/** A way in which APIs take credentials and say no, with the suite that has every condition there is for it. */
@SuppressWarnings("ImmutableEnumChecker") // sets that nobody changes
enum Style {
    BEARER(BearerContract.class, CARRIAGE, JWT, OPAQUE) {
        @Override
        RunningApi start(Set<Liberty> liberties) {
            return OrdersApi.startWithTls(StyleTarget.ISSUER.url(), liberties);
        }
    },
    GRAPHQL(GraphqlContract.class, CARRIAGE, JWT, OPAQUE) {
        @Override
        RunningApi start(Set<Liberty> liberties) {
            return BEARER.start(liberties);
        }
    },
    GRAPHQL_CURRENT(GraphqlCurrentContract.class, CARRIAGE, JWT, OPAQUE) {
        @Override
        RunningApi start(Set<Liberty> liberties) {
            return BEARER.start(liberties);
        }
    },
    MCP(McpContract.class, CARRIAGE, JWT, OPAQUE) {
        @Override
        RunningApi start(Set<Liberty> liberties) {
            return BEARER.start(liberties);
        }
    },
    PASSWORD(PasswordContract.class, CARRIAGE, BASIC) {
        @Override
        RunningApi start(Set<Liberty> liberties) {
            return StockApi.start(new BasicGuard(StyleTarget.USER, StyleTarget.PASSWORD, liberties), liberties);
        }
    },
    DIGEST(DigestContract.class, CARRIAGE, ConditionGroup.DIGEST) {
        @Override
        RunningApi start(Set<Liberty> liberties) {
            return StockApi.start(
                    new DigestGuard(StyleTarget.USER, StyleTarget.PASSWORD, liberties, STRICT, NONCE_SECONDS),
                    liberties);
        }
    },
    KEY_IN_HEADER(KeyInHeaderContract.class, CARRIAGE, API_KEY) {
        @Override
        RunningApi start(Set<Liberty> liberties) {
            return StockApi.start(new KeyGuard(KeyGuard.Place.HEADER, StyleTarget.KEY, liberties), liberties);
        }
    },
    KEY_IN_QUERY(KeyInQueryContract.class, CARRIAGE, API_KEY) {
        @Override
        RunningApi start(Set<Liberty> liberties) {
            return StockApi.start(new KeyGuard(KeyGuard.Place.QUERY, StyleTarget.KEY, liberties), liberties);
        }
    },
    SESSION(SessionContract.class, CARRIAGE, API_KEY) {
        @Override
        RunningApi start(Set<Liberty> liberties) {
            return StockApi.start(new KeyGuard(KeyGuard.Place.COOKIE, StyleTarget.KEY, liberties), liberties);
        }
    };

    /** As the suite says it, too. */
    private static final int NONCE_SECONDS = 2;

    private final Class<?> contract;
    private final Set<ConditionGroup> groups;

    Style(Class<?> contract, ConditionGroup... groups) {
        this.contract = contract;
        this.groups = Set.of(groups);
    }

    /** Starts the API, as free as it may be. */
    abstract RunningApi start(Set<Liberty> liberties);

    /** The class that names the suite. */
    Class<?> contract() {
        return contract;
    }

    /** The names of all conditions in the groups that the scheme has. */
    List<String> conditions() {
        return CredentialConditions.ALL.stream()
                .map(condition -> condition.info())
                .filter(info -> groups.contains(info.group()))
                .map(info -> info.name())
                .toList();
    }

    @AuthContract(value = "bearer.auth.yaml", target = StyleTarget.class)
    private static final class BearerContract {}

    @AuthContract(value = "graphql.auth.yaml", target = StyleTarget.class)
    private static final class GraphqlContract {}

    @AuthContract(value = "graphql-current.auth.yaml", target = StyleTarget.class)
    private static final class GraphqlCurrentContract {}

    @AuthContract(value = "mcp.auth.yaml", target = StyleTarget.class)
    private static final class McpContract {}

    @AuthContract(value = "password.auth.yaml", target = StyleTarget.class)
    private static final class PasswordContract {}

    @AuthContract(value = "digest.auth.yaml", target = StyleTarget.class)
    private static final class DigestContract {}

    @AuthContract(value = "key-in-header.auth.yaml", target = StyleTarget.class)
    private static final class KeyInHeaderContract {}

    @AuthContract(value = "key-in-query.auth.yaml", target = StyleTarget.class)
    private static final class KeyInQueryContract {}

    @AuthContract(value = "session.auth.yaml", target = StyleTarget.class)
    private static final class SessionContract {}
}
