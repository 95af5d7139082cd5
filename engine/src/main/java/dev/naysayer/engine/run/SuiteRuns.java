package dev.naysayer.engine.run;

import dev.naysayer.dsl.Problem;
import dev.naysayer.dsl.Reading;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.Suite;
import dev.naysayer.dsl.TargetUrl;
import dev.naysayer.engine.credential.Credentials;
import dev.naysayer.engine.credential.EmbeddedIssuer;
import dev.naysayer.engine.credential.SourceContext;
import dev.naysayer.engine.credential.UnusableSource;
import dev.naysayer.engine.exchange.ApiClient;
import dev.naysayer.engine.exchange.IssuerClient;
import dev.naysayer.engine.exchange.Redactor;
import dev.naysayer.engine.outcome.Outcomes;
import dev.naysayer.engine.outcome.OwnWords;
import dev.naysayer.engine.outcome.Redaction;
import io.restassured.filter.Filter;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a suite ready to run, or says what is in the way; sends nothing. */
public final class SuiteRuns {

    private final Clock clock;
    private final RunSettings settings;
    private final Redactor redactor;

    /**
     * @param clock against which tokens are minted
     * @param redactor learns every secret of the run: what is sent for one suite must not show up in an answer to another
     */
    public SuiteRuns(Clock clock, RunSettings settings, Redactor redactor) {
        this.clock = clock;
        this.settings = settings;
        this.redactor = redactor;
        OwnWords.all().forEach(redactor::addOwnWords);
    }

    /** Every case of the suite ends as misconfigured, for this reason. */
    public static SuiteRun misconfigured(String suite, String reason) {
        return new UnreadySuite(new Outcomes(suite, null, false), reason);
    }

    /**
     * Reads the suite with all values, running its commands, and opens its credentials and its client.
     *
     * @param name the suite's name as it was planned
     */
    public SuiteRun open(SuiteFile file, String name, Surroundings surroundings) {
        return new RedactedSuite(opened(file, name, surroundings), new Redaction(redactor::redactOurs));
    }

    private SuiteRun opened(SuiteFile file, String name, Surroundings surroundings) {
        ContractTarget target = surroundings.target();
        try {
            Reading reading = file.read(
                    target == null ? Map.of() : target.variables(), new CommandRun(settings.commandTimeout()));
            return reading instanceof Reading.Understood understood
                    ? open(file, understood.suite(), surroundings)
                    : misconfigured(name, problems(((Reading.Unreadable) reading).problems()));
        } catch (RuntimeException e) {
            // variables(), url(), filters() and requestSpecification() are the user's code; without them it is ours.
            if (target == null) {
                throw e;
            }
            return misconfigured(
                    name,
                    "the target failed with %s: mend it".formatted(e.getClass().getName()));
        }
    }

    private SuiteRun open(SuiteFile file, Suite suite, Surroundings surroundings) {
        ContractTarget target = surroundings.target();
        String url = url(suite, target);
        Optional<String> fault = url == null ? Optional.of("is not known") : TargetUrl.fault(url);
        if (url == null || fault.isPresent()) {
            return misconfigured(suite.name(), "the base URL %s: %s".formatted(fault.orElse(""), remedy(target)));
        }
        warnOfOtherTarget(surroundings);
        List<Filter> filters = target == null ? List.of() : target.filters();
        RequestSpecification specification = target == null ? null : target.requestSpecification();
        return open(file, suite, url, filters, specification, surroundings);
    }

    private SuiteRun open(
            SuiteFile file,
            Suite suite,
            String url,
            List<Filter> filters,
            @Nullable RequestSpecification specification,
            Surroundings surroundings) {
        redactor.publish(url + "/");
        suite.operations().forEach(operation -> redactor.addOwnWords(operation.name()));
        redactor.addOwnWords(suite.name());
        ContractTarget target = surroundings.target();
        if (target != null) {
            target.secrets().forEach(secret -> redactor.register(new Secret(secret)));
        }
        IssuerClient issuers = new IssuerClient(settings.transport(), specification, redactor);
        try {
            Credentials credentials = Credentials.open(suite.credential(), sources(suite, issuers, surroundings));
            ApiClient api = new ApiClient(
                    url,
                    settings.transport(),
                    filters,
                    specification,
                    redactor,
                    target == null ? Set.of() : target.shownFields());
            return new ReadySuite(
                    new CaseRun(
                            credentials,
                            api,
                            new Outcomes(suite.name(), url, settings.strict()),
                            new Answers(),
                            redactor),
                    suite,
                    issuers,
                    new ClockSkew(clock, suite.leeway()),
                    surroundings.notices());
        } catch (UnusableSource e) {
            issuers.close();
            return misconfigured(suite.name(), redactor.redact(problem(file, e).toString()));
        } catch (RuntimeException e) {
            issuers.close();
            throw e;
        }
    }

    /** The setting goes before the target that was started, and the issuer's tokens go where it leads. */
    private void warnOfOtherTarget(Surroundings surroundings) {
        EmbeddedIssuer issuer = surroundings.issuer();
        if (issuer != null && settings.target() != null) {
            surroundings
                    .notices()
                    .accept("naysayer.target goes before the API that the build started: it lets tokens of the embedded"
                            + " issuer %s in only if it trusts that issuer too".formatted(issuer.url()));
        }
    }

    private SourceContext sources(Suite suite, IssuerClient issuers, Surroundings surroundings) {
        return new SourceContext(
                clock,
                suite.leeway(),
                settings.longestWait(),
                surroundings.issuer(),
                issuers,
                redactor::register,
                notice -> surroundings.notices().accept(redactor.redact(notice)));
    }

    /** A token source's complaint in the form of every other problem of the suite. */
    public static Problem problem(SuiteFile file, UnusableSource e) {
        return Problem.in(file.path(), e.at(), String.valueOf(e.getMessage()), e.nextStep());
    }

    private String remedy(@Nullable ContractTarget target) {
        if (settings.target() != null) {
            return "correct naysayer.target, for example https://orders.staging.example";
        }
        return target == null
                ? "give the suite a 'target:', or set naysayer.target"
                : "let url() of %s give the started API's"
                        .formatted(target.getClass().getName());
    }

    private @Nullable String url(Suite suite, @Nullable ContractTarget target) {
        if (settings.target() != null) {
            return settings.target();
        }
        return target == null ? suite.target() : target.url();
    }

    private static String problems(List<Problem> problems) {
        return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }
}
