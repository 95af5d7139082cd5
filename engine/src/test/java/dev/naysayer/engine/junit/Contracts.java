package dev.naysayer.engine.junit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.naysayer.engine.run.ContractTarget;
import io.restassured.filter.Filter;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Annotated classes and targets for the engine's tests. */
final class Contracts {

    private Contracts() {}

    @AuthContract("selected/orders.auth.yaml")
    static class Orders {}

    @AuthContract("nowhere.auth.yaml")
    static class Nowhere {}

    @AuthContract(value = "promised.auth.yaml", target = Unstartable.class)
    static class WithUnstartableTarget {}

    @AuthContract(value = "promised.auth.yaml", target = NeverReady.class)
    static class WithTargetThatHangs {}

    @AuthContract(value = "promised.auth.yaml", target = Unmakeable.class)
    static class WithUnmakeableTarget {}

    @AuthContract("promised.auth.yaml")
    static class ItsOwnTarget extends Promising {

        static final AtomicInteger STOPPED = new AtomicInteger();

        @Override
        public void start() {}

        @Override
        public Map<String, String> variables() {
            return Map.of("ISSUER", "https://issuer.example", "KEY", key());
        }

        @Override
        public void stop() {
            STOPPED.incrementAndGet();
        }
    }

    @AuthContract("promised.auth.yaml")
    static class BreaksItsPromise extends Promising {

        @Override
        public void start() {}

        @Override
        public void stop() {}
    }

    /** Promises what the suite needs. */
    abstract static class Promising implements ContractTarget {

        @Override
        public Set<String> promisedVariables() {
            return Set.of("ISSUER", "KEY");
        }

        @Override
        public String url() {
            return "http://127.0.0.1:1";
        }
    }

    /** Fails before anything could be sent. */
    static final class Unstartable extends Promising {

        static final AtomicInteger STOPPED = new AtomicInteger();

        @Override
        public void start() {
            throw new IllegalStateException("the database is not there");
        }

        @Override
        public void stop() {
            STOPPED.incrementAndGet();
        }
    }

    @AuthContract("controls/embedded.auth.yaml")
    static class TrustsNobody extends Promising {

        @Override
        public void trustIssuer(String url) {
            throw new IllegalStateException("no issuer can be set");
        }

        @Override
        public void start() {}

        @Override
        public void stop() {}
    }

    @AuthContract("controls/embedded.auth.yaml")
    static class TrustsAnIssuer extends Promising {

        @Override
        public void start() {}

        @Override
        public void stop() {}
    }

    /** Waits for something that never happens. */
    static final class NeverReady extends Promising {

        @Override
        public void start() throws InterruptedException {
            new CountDownLatch(1).await();
        }

        @Override
        public void stop() {}
    }

    /** Runs on another machine, or says so. */
    @AuthContract("promised.auth.yaml")
    static class FarAway extends Promising {

        @Override
        public void start() {}

        @Override
        public String url() {
            return "http://orders.invalid";
        }

        @Override
        public Map<String, String> variables() {
            return Map.of("ISSUER", "https://issuer.example", "KEY", key());
        }

        @Override
        public void stop() {}
    }

    /** Waits in one of its methods for something that never happens. */
    @AuthContract("promised.auth.yaml")
    static class HangsSomewhere extends Promising {

        static volatile String hanging = "";

        private static void here(String method) {
            if (hanging.equals(method)) {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        @Override
        public void start() {}

        @Override
        public String url() {
            here("url()");
            return super.url();
        }

        @Override
        public Map<String, String> variables() {
            here("variables()");
            return Map.of("ISSUER", "https://issuer.example", "KEY", key());
        }

        @Override
        public List<Filter> filters() {
            here("filters()");
            return List.of();
        }

        @Override
        public @Nullable RequestSpecification requestSpecification() {
            here("requestSpecification()");
            return null;
        }

        @Override
        public void stop() {
            here("stop()");
        }
    }

    /** Has no constructor that the engine could call. */
    static final class Unmakeable extends Promising {

        Unmakeable(String parameter) {
            throw new IllegalStateException(parameter);
        }

        @Override
        public void start() {}

        @Override
        public void stop() {}
    }

    /** A key made for this run. */
    static String key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("test").generate().toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static EngineTestKit.Builder engine() {
        return EngineTestKit.engine(Published.engine());
    }

    /** What a run says of each suite that it cannot run, problem by problem. */
    static List<String> problems(EngineTestKit.Builder engine) {
        return engine.execute().containerEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .flatMap(result -> result.getThrowable().stream())
                .map(Throwable::getMessage)
                .flatMap(message -> Arrays.stream(message.split("\\R\\R")).skip(1))
                .toList();
    }
}
