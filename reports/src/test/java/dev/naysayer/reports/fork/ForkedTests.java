package dev.naysayer.reports.fork;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import dev.naysayer.engine.junit.AuthContract;
import dev.naysayer.engine.run.ContractTarget;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/** What a process of its own runs: suites by file or by the name of one of these classes. */
final class ForkedTests {

    /** Begins the line that tells how much memory it took, in megabytes. */
    static final String PEAK = "Peak memory: ";

    /** Begins the line that tells how many tests of how many succeeded. */
    static final String RESULTS = "Tests that succeeded: ";

    private ForkedTests() {}

    /** The arguments are suites; what does not name one is for others who look at the command. */
    public static void main(String[] arguments) throws IOException {
        List<DiscoverySelector> suites = Arrays.stream(arguments)
                .filter(it -> !it.startsWith("surefirebooter"))
                .<DiscoverySelector>map(it -> it.endsWith(".auth.yaml") ? selectFile(it) : selectClass(it))
                .toList();
        SummaryGeneratingListener results = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(suites)
                                .build(),
                        results);
        System.out.println(RESULTS + results.getSummary().getTestsSucceededCount() + " of "
                + results.getSummary().getTestsFoundCount());
        System.out.println(PEAK + peak());
        // A test runner ends so too, or threads of a library would keep it.
        System.exit(0);
    }

    /** Of this process in megabytes, where the system tells; else 0. */
    static long peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        return !Files.exists(status)
                ? 0
                : Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                        .findFirst()
                        .orElse(0);
    }

    /** Asks the API that the system property names. */
    abstract static class Things implements ContractTarget {

        @Override
        public void start() {}

        @Override
        public String url() {
            return System.getProperty("api");
        }

        /** Leaves a file that says so, where one is named. */
        @Override
        public void stop() throws IOException {
            String stopped = System.getProperty("stopped");
            if (stopped != null) {
                Files.writeString(Path.of(stopped), "stopped");
            }
        }
    }

    /** Takes for ever to start. */
    @AuthContract("things.auth.yaml")
    static final class Starting extends Things {

        @Override
        public void start() {
            System.out.println("starting");
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @AuthContract("things.auth.yaml")
    static final class First extends Things {}

    @AuthContract("things.auth.yaml")
    static final class Second extends Things {}

    /** Runs a class by a launcher inside a launcher. */
    @Suite
    @SelectClasses(First.class)
    @IncludeEngines("auth-contract")
    static final class Nested {}

    /** Ends the process under way, as a filter of a user may. */
    @AuthContract("things.auth.yaml")
    static final class Exiting extends Things {

        @Override
        public RequestSpecification requestSpecification() {
            AtomicInteger sent = new AtomicInteger();
            return new RequestSpecBuilder()
                    .addFilter((request, response, context) -> {
                        if (sent.incrementAndGet() > 3) {
                            System.exit(3);
                        }
                        return context.next(request, response);
                    })
                    .build();
        }
    }

    /** Takes all memory there is under way. */
    @AuthContract("things.auth.yaml")
    static final class Greedy extends Things {

        private static final List<long[]> TAKEN = new ArrayList<>();

        @Override
        public RequestSpecification requestSpecification() {
            AtomicInteger sent = new AtomicInteger();
            return new RequestSpecBuilder()
                    .addFilter((request, response, context) -> {
                        if (sent.incrementAndGet() > 3) {
                            while (true) {
                                TAKEN.add(new long[1 << 20]);
                            }
                        }
                        return context.next(request, response);
                    })
                    .build();
        }
    }
}
