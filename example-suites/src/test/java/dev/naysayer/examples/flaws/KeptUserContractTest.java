package dev.naysayer.examples.flaws;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Request;
import dev.naysayer.engine.junit.AuthContract;
import dev.naysayer.examples.client.Findings;
import dev.naysayer.examples.client.RecordedAnswers;
import dev.naysayer.examples.client.SuiteLauncher;
import dev.naysayer.examples.orders.Deviation;
import dev.naysayer.examples.orders.Ground;
import dev.naysayer.examples.orders.OrdersApi;
import dev.naysayer.examples.orders.OrdersServer;
import dev.naysayer.examples.orders.RefusalStyle;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** An API that asks who somebody is once for each connection, which proxies share among their users. */
class KeptUserContractTest {

    static final RecordedAnswers EXPECTED = RecordedAnswers.of(KeptUserContractTest.class, "connection-findings.txt");

    @AuthContract(value = "connection.auth.yaml", target = OrdersIssuer.class)
    static final class Contract {}

    /** Whoever was let in stays so while the connection is open. */
    private static final class KeptUser implements Deviation {

        private final Set<String> connections = ConcurrentHashMap.newKeySet();

        @Override
        public Optional<Ground> judge(Request request, Set<Ground> grounds) {
            String connection = request.getHeader(OrdersServer.REMOTE_PORT);
            if (grounds.isEmpty()) {
                connections.add(connection);
            }
            boolean kept = request.getHeader("Authorization") == null && connections.contains(connection);
            return kept ? Optional.empty() : Deviation.super.judge(request, grounds);
        }
    }

    @Test
    void who_comes_behind_the_good_credential_is_let_in_for_it() {
        EXPECTED.check("user-kept-with-connection", findings(new KeptUser()));
    }

    @Test
    void each_request_for_itself_is_right() {
        assertThat(findings(Deviation.NONE)).isEqualTo(Findings.NOTHING);
    }

    private static String findings(Deviation deviation) {
        try (OrdersApi api = OrdersApi.start(OrdersIssuer.ISSUER.url(), RefusalStyle.PROBLEM, deviation)) {
            return Findings.of(SuiteLauncher.run(Contract.class, Map.of("naysayer.target", api.url())));
        }
    }
}
