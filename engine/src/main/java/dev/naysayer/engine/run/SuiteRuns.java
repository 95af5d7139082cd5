package dev.naysayer.engine.run;

import dev.naysayer.dsl.Problem;
import dev.naysayer.dsl.Reading;
import dev.naysayer.dsl.Suite;
import dev.naysayer.dsl.TargetUrl;
import dev.naysayer.engine.credential.Credentials;
import dev.naysayer.engine.credential.SourceContext;
import dev.naysayer.engine.credential.UnusableSource;
import dev.naysayer.engine.exchange.ApiClient;
import dev.naysayer.engine.exchange.IssuerClient;
import dev.naysayer.engine.exchange.Redactor;
import dev.naysayer.engine.exchange.TransportSettings;
import dev.naysayer.engine.outcome.Outcomes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a suite ready to run, or says what is in the way; sends nothing. */
public final class SuiteRuns {

    private static final Duration LONGEST_COMMAND = Duration.ofSeconds(30);

    private final Clock clock;
    private final TransportSettings transport;
    private final @Nullable String targetSetting;

    /**
     * @param clock against which tokens are minted
     * @param transport time-outs and limits
     * @param targetSetting the setting {@code naysayer.target}, which goes before every other base URL, or null
     */
    public SuiteRuns(Clock clock, TransportSettings transport, @Nullable String targetSetting) {
        this.clock = clock;
        this.transport = transport;
        this.targetSetting = targetSetting;
    }

    /** Every case of the suite ends as misconfigured, for this reason. */
    public static SuiteRun misconfigured(String suite, String reason) {
        Outcomes outcomes = new Outcomes(suite, null);
        return planned -> outcomes.misconfigured(planned, reason);
    }

    /**
     * Reads the suite with all values, running its commands, and opens its credentials and its client.
     *
     * @param name the suite's name as it was planned
     * @param target the started target, or null where the suite runs against an API that is there
     */
    public SuiteRun open(SuiteFile file, String name, @Nullable ContractTarget target) {
        try {
            Reading reading =
                    file.read(target == null ? Map.of() : target.variables(), new CommandRun(LONGEST_COMMAND));
            return reading instanceof Reading.Understood understood
                    ? open(file, understood.suite(), target)
                    : misconfigured(name, problems(((Reading.Unreadable) reading).problems()));
        } catch (RuntimeException e) {
            // variables(), url(), filters() and requestSpecification() are the user's code.
            return misconfigured(
                    name,
                    "the target failed with %s: mend it".formatted(e.getClass().getName()));
        }
    }

    private SuiteRun open(SuiteFile file, Suite suite, @Nullable ContractTarget target) {
        String url = url(suite, target);
        Optional<String> fault = url == null ? Optional.of("is not known") : TargetUrl.fault(url);
        if (url == null || fault.isPresent()) {
            return misconfigured(
                    suite.name(),
                    "the base URL %s: give the suite a 'target:', or set naysayer.target".formatted(fault.orElse("")));
        }
        Redactor redactor = new Redactor();
        try {
            Credentials credentials = Credentials.open(suite.credential(), sources(suite, redactor));
            ApiClient api = new ApiClient(
                    url,
                    transport,
                    target == null ? List.of() : target.filters(),
                    target == null ? null : target.requestSpecification(),
                    redactor);
            return new ReadySuite(new CaseRun(credentials, api, new Outcomes(suite.name(), url)), suite);
        } catch (UnusableSource e) {
            return misconfigured(suite.name(), problem(file, e).toString());
        }
    }

    private SourceContext sources(Suite suite, Redactor redactor) {
        return new SourceContext(
                clock,
                suite.leeway(),
                Duration.ofMinutes(2),
                null,
                new IssuerClient(transport),
                redactor::register,
                progress -> {});
    }

    /** A token source's complaint in the form of every other problem of the suite. */
    public static Problem problem(SuiteFile file, UnusableSource e) {
        return Problem.in(file.path(), e.at(), String.valueOf(e.getMessage()), e.nextStep());
    }

    private @Nullable String url(Suite suite, @Nullable ContractTarget target) {
        if (targetSetting != null) {
            return targetSetting;
        }
        return target == null ? suite.target() : target.url();
    }

    private static String problems(List<Problem> problems) {
        return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }
}
