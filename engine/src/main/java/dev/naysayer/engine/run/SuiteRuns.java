package dev.naysayer.engine.run;

import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.Suite;
import dev.naysayer.dsl.TargetUrl;
import dev.naysayer.dsl.Template;
import dev.naysayer.dsl.source.Problem;
import dev.naysayer.dsl.source.Reading;
import dev.naysayer.engine.credential.Credentials;
import dev.naysayer.engine.credential.EmbeddedIssuer;
import dev.naysayer.engine.credential.SourceContext;
import dev.naysayer.engine.credential.UnusableSource;
import dev.naysayer.engine.credential.source.Logins;
import dev.naysayer.engine.exchange.FilledRequest;
import dev.naysayer.engine.exchange.FreshValues;
import dev.naysayer.engine.exchange.client.ApiClient;
import dev.naysayer.engine.exchange.client.IssuerClient;
import dev.naysayer.engine.exchange.redaction.Redactor;
import dev.naysayer.engine.outcome.Outcomes;
import dev.naysayer.engine.outcome.OwnWords;
import dev.naysayer.engine.outcome.Redaction;
import dev.naysayer.engine.outcome.Waivers;
import dev.naysayer.engine.plan.CasePlan;
import dev.naysayer.engine.plan.ContractCase;
import io.restassured.filter.Filter;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a suite ready to run, or says what is in the way; sends nothing. */
public final class SuiteRuns {

    /** What is wrong with such a base URL. */
    public static final String CLEAR_TEXT =
            "the base URL is plain http to another machine, and whoever is on the way can read each credential";

    /** What to do about it. */
    public static final String NOT_IN_CLEAR =
            "use https://, or say why it may be: 'allow-plain-http: …' at the top of the suite";

    private static final int MOST_PROBLEMS = 5;

    private final Clock clock;
    private final RunSettings settings;
    private final Redactor redactor;
    private final LocalDate today;

    /**
     * @param clock against which tokens are minted
     * @param redactor learns every secret of the run: what is sent for one suite must not show up in an answer to another
     */
    public SuiteRuns(Clock clock, RunSettings settings, Redactor redactor) {
        this.clock = clock;
        this.settings = settings;
        this.redactor = redactor;
        this.today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
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
        TargetCalls calls = surroundings.target() == null
                ? null
                : new TargetCalls(surroundings.target(), settings.targetTimeout(), surroundings.runEnd());
        return new RedactedSuite(opened(file, name, calls, surroundings), new Redaction(redactor::redactOurs));
    }

    private SuiteRun opened(SuiteFile file, String name, @Nullable TargetCalls calls, Surroundings surroundings) {
        try {
            Map<String, String> given = calls == null ? Map.of() : calls.call("variables()", calls.target()::variables);
            Reading reading =
                    file.read(given, variable -> now(calls, variable), new CommandRun(settings.commandTimeout()));
            return reading instanceof Reading.Understood understood
                    ? open(file, understood, calls, surroundings)
                    : misconfigured(name, problems(((Reading.Unreadable) reading).problems()));
        } catch (TargetCalls.Failed e) {
            return misconfigured(name, String.valueOf(e.getMessage()));
        }
    }

    /** One call at a time: it is the user's code, and workers ask for what they send. */
    private static synchronized @Nullable String now(@Nullable TargetCalls calls, String name) {
        try {
            return calls == null
                    ? null
                    : calls.call("variables()", calls.target()::variables).get(name);
        } catch (TargetCalls.Failed e) {
            return null;
        }
    }

    private SuiteRun open(
            SuiteFile file, Reading.Understood understood, @Nullable TargetCalls calls, Surroundings surroundings)
            throws TargetCalls.Failed {
        Suite suite = understood.suite();
        ContractTarget target = surroundings.target();
        Optional<BaseUrls.Given> given = given(file, understood);
        String url = url(suite, given, calls);
        Optional<String> fault = url == null ? Optional.of("is not known") : TargetUrl.fault(url);
        if (url == null || fault.isPresent()) {
            return misconfigured(
                    suite.name(), "the base URL %s: %s".formatted(fault.orElse(""), remedy(given, target)));
        }
        if (isClearText(suite, url)) {
            return misconfigured(suite.name(), CLEAR_TEXT + ": " + NOT_IN_CLEAR);
        }
        warnOfOtherTarget(given, surroundings);
        List<Filter> filters = calls == null ? List.of() : calls.call("filters()", calls.target()::filters);
        boolean foreign = target instanceof FrameworkTarget && given.isPresent();
        RequestSpecification specification = calls == null || foreign
                ? null
                : calls.call("requestSpecification()", calls.target()::requestSpecification);
        if (calls != null) {
            calls.call("secrets()", calls.target()::secrets).forEach(secret -> redactor.register(new Secret(secret)));
        }
        Set<String> shown = calls == null ? Set.of() : calls.call("shownFields()", calls.target()::shownFields);
        return open(
                file,
                suite,
                url,
                new Users(filters, specification, shown),
                parallelism(calls, filters, specification),
                surroundings);
    }

    /** What the user's code adds to requests. */
    private record Users(List<Filter> filters, @Nullable RequestSpecification specification, Set<String> shown) {}

    /** Filters are the user's code, and he has to say that several threads may call them. */
    private int parallelism(
            @Nullable TargetCalls calls, List<Filter> filters, @Nullable RequestSpecification specification)
            throws TargetCalls.Failed {
        boolean filtered = !filters.isEmpty()
                || (specification instanceof FilterableRequestSpecification given
                        && !given.getDefinedFilters().isEmpty());
        boolean allowed =
                !filtered || calls == null || calls.call("concurrentFilters()", calls.target()::concurrentFilters);
        return allowed ? settings.parallelism() : 1;
    }

    private SuiteRun open(
            SuiteFile file, Suite suite, String url, Users users, int parallelism, Surroundings surroundings) {
        redactor.publish(url + "/");
        suite.operations().forEach(operation -> redactor.addOwnWords(operation.name()));
        suite.credentials().forEach(credential -> redactor.addOwnWords(credential.name()));
        suite.subjects().all().forEach(subject -> redactor.addOwnWords(subject.name()));
        redactor.addOwnWords(suite.name());
        // What the last operation refers to may stand in an answer to the first.
        suite.operations()
                .forEach(it ->
                        FilledRequest.of(it, Template.Fresh::name).secrets().forEach(redactor::register));
        IssuerClient issuers = new IssuerClient(
                settings.transport(),
                surroundings.target() instanceof FrameworkTarget ? null : users.specification(),
                redactor);
        IssuerDoor door = new IssuerDoor(issuers);
        Queue<String> notices = new ConcurrentLinkedQueue<>();
        Surroundings within = surroundings.withNotices(notices::add);
        try {
            Credentials credentials =
                    Credentials.open(suite.allCredentials().toList(), sources(suite, url, door, within));
            ApiClient api = new ApiClient(
                    url,
                    settings.transport(),
                    users.filters(),
                    users.specification(),
                    redactor,
                    users.shown(),
                    new FreshValues(clock, UUID::randomUUID),
                    within.runEnd()::now);
            Courtesy.Sender sender = new ChallengeDance(
                    api::send, SuiteRuns::pause, settings.longestWait(), notices::add, redactor::register);
            Courtesy courtesy = new Courtesy(
                    sender, clock, settings.longestWait(), notices::add, SuiteRuns::pause, surroundings.runEnd());
            Outcomes outcomes = new Outcomes(suite.name(), url, settings.strict(), waivers(suite));
            List<ContractCase> plan = CasePlan.of(suite);
            Answers answers = new Answers(plan, Schedule.operations(parallelism));
            FromAnswers fromAnswers = new FromAnswers(answers, plan);
            Retries retries = new Retries(courtesy, settings.retries(), SuiteRuns::pause, fromAnswers::filled);
            SuiteRun ready = new ReadySuite(
                    new CaseRun(credentials, api, courtesy, retries, outcomes, answers, fromAnswers, redactor),
                    plan,
                    settings.shard(),
                    issuers,
                    door,
                    new ClockSkew(clock, suite.leeway()),
                    notices::add,
                    parallelism);
            return new SentAhead(
                    ready, settings.shard().of(plan), courtesy, outcomes, surroundings, notices, parallelism);
        } catch (UnusableSource e) {
            issuers.close();
            return misconfigured(suite.name(), redactor.redact(problem(file, e).toString()));
        } catch (RuntimeException e) {
            issuers.close();
            throw e;
        }
    }

    /** What a suite waives on the day on which the run began. */
    public Waivers waivers(Suite suite) {
        return new Waivers(suite.waivers(), today, settings.waiverNotice());
    }

    private static void pause(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
    }

    /** The base URL that somebody chose for this run: it goes before the target that was started, and the issuer's tokens go where it leads. */
    private static void warnOfOtherTarget(Optional<BaseUrls.Given> given, Surroundings surroundings) {
        EmbeddedIssuer issuer = surroundings.issuer();
        if (issuer != null) {
            given.ifPresent(it -> surroundings
                    .notices()
                    .accept(
                            "%s goes before the API that the build started: it lets tokens of the embedded issuer %s in only if it trusts that issuer too"
                                    .formatted(it.setting(), issuer.url())));
        }
    }

    /** Whether what is sent to this base URL travels in clear to another machine, and the suite does not say why it may. */
    public static boolean isClearText(Suite suite, String url) {
        return TargetUrl.fault(url).isEmpty() && suite.destinations().forbidClearText(URI.create(url));
    }

    private SourceContext sources(Suite suite, String url, IssuerDoor issuers, Surroundings surroundings) {
        URI target = URI.create(url);
        return new SourceContext(
                clock,
                suite.leeway(),
                settings.longestWait(),
                surroundings.issuer(),
                issuers,
                suite.destinations().and(Stream.of(target)),
                redactor::register,
                notice -> surroundings.notices().accept(redactor.redact(notice)),
                target,
                new Logins());
    }

    /** A token source's complaint in the form of every other problem of the suite. */
    public static Problem problem(SuiteFile file, UnusableSource e) {
        return Problem.in(file.path(), e.at(), String.valueOf(e.getMessage()), e.nextStep());
    }

    private static String remedy(Optional<BaseUrls.Given> chosen, @Nullable ContractTarget target) {
        return chosen.map(given -> "correct %s, for example https://orders.staging.example".formatted(given.setting()))
                .orElseGet(() -> target == null
                        ? "give the suite a 'target:', or set naysayer.target"
                        : "let url() of %s give the started API's"
                                .formatted(target.getClass().getName()));
    }

    /** What was chosen for this run: by a setting, or by the environment that a setting chose. */
    private Optional<BaseUrls.Given> given(SuiteFile file, Reading.Understood understood) {
        return settings.targets()
                .of(file)
                .or(() -> Optional.ofNullable(
                                understood.targetChosen() ? understood.suite().target() : null)
                        .map(url -> new BaseUrls.Given(
                                "'target' of the environment '%s'".formatted(file.environment()), url)));
    }

    private static @Nullable String url(Suite suite, Optional<BaseUrls.Given> given, @Nullable TargetCalls calls)
            throws TargetCalls.Failed {
        if (given.isPresent()) {
            return given.get().url();
        }
        return calls == null ? suite.target() : calls.call("url()", calls.target()::url);
    }

    /** Each case of the suite says this again, so it is only the first few. */
    private static String problems(List<Problem> problems) {
        Stream<String> told = problems.stream().limit(MOST_PROBLEMS).map(Problem::toString);
        Stream<String> more =
                problems.size() > MOST_PROBLEMS ? Stream.of("and more problems: mend these first") : Stream.empty();
        return Stream.concat(told, more).collect(Collectors.joining("\n"));
    }
}
