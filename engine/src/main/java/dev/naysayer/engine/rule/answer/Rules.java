package dev.naysayer.engine.rule.answer;

import dev.naysayer.engine.credential.Reach;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Judgement;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Standing;
import dev.naysayer.engine.rule.TimedJudging;
import dev.naysayer.engine.rule.Verdict;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every rule there is, in the order in which a reader of the report meets them: first what became of the credential, the specific
 * rules before those about every credential, since of these only the first that is broken speaks; then the answer from its status
 * to its leaks. A new rule is one line below the heading that it belongs to.
 */
public final class Rules {

    public static final List<Topic> TOPICS = List.of(
            topic(
                    "JWTs that must not be let in",
                    JwtRule.MALFORMED_TOKEN_REFUSED,
                    JwtRule.SIGNATURE_VERIFIED,
                    JwtRule.EMPTY_SIGNATURE_REFUSED,
                    JwtRule.EVERY_LAYER_VERIFIED,
                    JwtRule.ALG_NONE_REFUSED,
                    JwtRule.ALGORITHM_ALLOWED,
                    JwtRule.ALGORITHM_FITS_KEY,
                    JwtRule.GUESSABLE_SECRET_REFUSED,
                    JwtRule.ONLY_TRUSTED_KEYS,
                    JwtRule.KEY_REFERENCES_DISTRUSTED,
                    JwtRule.CRITICAL_HEADER_UNDERSTOOD,
                    JwtRule.DUPLICATE_HEADER_REFUSED,
                    JwtRule.ISSUER_CHECKED,
                    JwtRule.AUDIENCE_CHECKED,
                    JwtRule.EXPIRY_CHECKED,
                    JwtRule.NOT_BEFORE_CHECKED,
                    JwtRule.SUBJECT_CHECKED,
                    JwtRule.OTHER_TOKENS_REFUSED,
                    JwtRule.ACCESS_TOKEN_TYPE_CHECKED,
                    JwtRule.FOREIGN_TYPE_REFUSED,
                    JwtRule.REQUIRED_CLAIMS_CHECKED,
                    JwtRule.CLAIMS_PRESENT,
                    JwtRule.SCOPE_CHECKED,
                    JwtRule.LOGIN_CHECKED,
                    JwtRule.HEAVY_TOKEN_REFUSED),
            topic(
                    "Credentials that are spelt or carried otherwise",
                    CarriageRule.CHANGED_TOKEN_REFUSED,
                    CarriageRule.TOKEN_CHARACTERS_CHECKED,
                    CarriageRule.TOKEN_WITH_TLS_ONLY,
                    CarriageRule.TOKEN_ONLY_IN_FORM,
                    CarriageRule.EACH_REQUEST_AUTHENTICATED,
                    CarriageRule.OVERSIZED_REFUSED,
                    CarriageRule.NO_CRASH_ON_GARBAGE,
                    CarriageRule.CONTROL_CHARACTERS_REFUSED,
                    CarriageRule.BASIC_WITH_TLS_ONLY,
                    CarriageRule.KEY_ONLY_IN_ITS_PLACE,
                    CarriageRule.NO_SECRET_IN_URL,
                    new QueryTokenIgnored(),
                    CarriageRule.TOKEN_NOT_IN_QUERY,
                    CarriageRule.CSRF_TOKEN_OF_ITS_SESSION,
                    CarriageRule.ENDED_SESSION_REFUSED,
                    CarriageRule.SESSION_CHANGES_AT_LOGIN,
                    CarriageRule.SCHEME_CASE_IGNORED,
                    CarriageRule.SEVERAL_BLANKS_TAKEN,
                    DigestRule.DIGEST_RESPONSE_CHECKED,
                    DigestRule.DIGEST_URI_CHECKED,
                    DigestRule.DIGEST_NONCE_CHECKED,
                    DigestRule.DIGEST_NONCE_EXPIRES,
                    DigestRule.DIGEST_REPLAY_REFUSED,
                    DigestRule.DIGEST_USER_NAMED_ONCE,
                    DigestRule.IMPROPER_DIGEST_GETS_4XX),
            topic("Good credentials of those who may not", new MissingRightRefused()),
            topic(
                    "What becomes of every credential",
                    new NoErrorInSuccess(),
                    new NoLoginPage(),
                    new CredentialNotPassedOver(),
                    new RefusalRefuses(),
                    new DoubtfulRefused(),
                    new GoodCredentialLetIn(),
                    new StatusAsDeclared(),
                    new InvalidClientChallenged(),
                    new BadCredentialsGet401(),
                    new AuthenticationBeforeCsrf(),
                    new CsrfFail403(),
                    new InsufficientRightsGet403(),
                    new StatusFitsCondition()),
            topic(
                    "The status",
                    new RegisteredStatus(),
                    new AllowFollows405(),
                    new HeadWithoutContent(),
                    new OriginNot407(),
                    new ProxyAuthenticateFollows407(),
                    new RetryAfterFollows429()),
            topic(
                    "The challenge",
                    new ChallengeFollows401(),
                    new ChallengeParses(),
                    new ChallengeNamesScheme(),
                    new ChallengeAsDeclared(),
                    new ChallengeParamsUnique(),
                    new ChallengesAgree(),
                    new ChallengeCharacters(),
                    new RealmQuotedString(),
                    new NoBadWhitespace(),
                    new NoEmptyListMembers(),
                    new NoNeedlessQuotedPair(),
                    new OneChallengePerLine(),
                    new SchemeRegistered(),
                    new KnownSchemeFirst(),
                    new BearerHasParameter(),
                    new BasicRealmRequired(),
                    new BasicCharsetUtf8(),
                    new BasicNoOtherParams(),
                    new DigestQopOffered(),
                    new DigestParamsQuoted(),
                    new DigestTokensBare(),
                    new DigestAlgorithmsDiffer(),
                    new DigestOffersSha256(),
                    new DigestWeakestLast(),
                    new DigestUserhashOffered(),
                    new DigestValuesAllowed(),
                    new DigestStaleFits()),
            topic(
                    "The error code",
                    new NoErrorWithoutCredentials(),
                    new ErrorAsDeclared(),
                    new ErrorFitsCondition(),
                    new ErrorFitsStatus(),
                    new BodyErrorFitsCondition(),
                    new InsufficientScopeNamesScope(),
                    new InsufficientScopeNamesAllScopes(),
                    new InsufficientScopeNamesMetadata(),
                    new ChallengeNamesNeededScope(),
                    new ChallengeWithoutOfflineAccess(),
                    new ErrorCodeRegistered(),
                    new ErrorUriValid(),
                    new InvalidTokenRequired(),
                    new ResourceMetadataNamed(),
                    new ResourceMetadataUrl(),
                    new StepUpErrorCode(),
                    new StepUpStatus401(),
                    StepUpParam.STEP_UP_MAX_AGE_INTEGER,
                    StepUpParam.STEP_UP_ACR_VALUES_LIST,
                    new StepUpActionable(),
                    new StepUpNamesScope(),
                    new ErrorDescriptionPlain(),
                    new ClientInformed()),
            topic(
                    "The body",
                    new ErrorRepresentation(),
                    new BodyMatchesSchema(),
                    new MembersAsDeclared(),
                    new ProblemDetailsWellFormed(),
                    new MediaTypeAsDeclared(),
                    new MediaTypeFitsBody(),
                    new JsonForJsonClient(),
                    new JsonIsUtf8(),
                    new AboutBlankTitle(),
                    new ProblemTypeAbsolute(),
                    new ProblemExtensionNames(),
                    new ProblemMediaType(),
                    new ProblemDetailForClients(),
                    new OauthErrorWellFormed(),
                    new ProblemJsonRequired(),
                    new OauthJsonRequired(),
                    new BodyAgreesWithChallenge(),
                    new AnswerAsDocumented()),
            topic(
                    "GraphQL",
                    new GraphqlDataWith2xx(),
                    new GraphqlResponseWellFormed(),
                    new GraphqlErrorNamesPath(),
                    new GraphqlCodesInExtensions()),
            topic(
                    "Authorization servers",
                    new TokenErrorRequired(),
                    new TokenErrorRegistered(),
                    new TokenErrorFitsCondition(),
                    new TokenAnswerNotStored(),
                    new InactiveTokenTold(),
                    new InactiveTokenBare()),
            topic(
                    "Caches",
                    new NoStore(),
                    new NoSharedCacheEnablers(),
                    new NoFreshness(),
                    new ThrottlingNotStored(),
                    new HiddenResourceNotCached(),
                    new CustomCredentialNeedsPrivate(),
                    new QueryTokenAnswerPrivate(),
                    new VaryNamesCredential()),
            topic(
                    "Other fields",
                    new HeadersAsDeclared(),
                    new Nosniff(),
                    new NoCookieOnRefusal(),
                    new SessionCookieGuarded(),
                    new NoSessionInUrl(),
                    new NoHeaderInjection(),
                    new ServerNotDetailed()),
            topic(
                    "What must not be told",
                    Leak.NO_STACK_TRACE,
                    Leak.NO_DATABASE_ERROR,
                    Leak.NO_FILE_PATH,
                    Leak.NO_INTERNAL_HOST,
                    Leak.NO_TOKEN_ORACLE,
                    Leak.NO_SCHEMA_HINT,
                    Leak.NO_PRODUCT_VERSION,
                    new TokenNotEchoed()));

    public static final List<Rule> ALL =
            TOPICS.stream().flatMap(topic -> topic.rules().stream()).toList();

    /** Rules that a reader looks for in one place. */
    public record Topic(String heading, List<Rule> rules) {}

    private static Topic topic(String heading, Rule... rules) {
        return new Topic(heading, List.of(rules));
    }

    /** Statuses that speak of a credential; a server that refuses a broken message has others (RFC 9110 section 15.5). */
    private static final Set<Integer> ABOUT_CREDENTIALS = Set.of(401, 403);

    private Rules() {}

    /** Why nothing is said of a single answer that breaks a rule which is told once. */
    public static final String BROKEN_TOGETHER = "this answer breaks it, which is told once for all answers";

    private static final Verdict TOLD_ONCE = Verdict.notApplicable(BROKEN_TOGETHER);

    /** What every rule that the suite is judged by says of one of its answers, but for what is told once for all of them. */
    public static List<Judgement> judge(ContractCase it, Evidence evidence) {
        return judge(it, evidence, rule -> true).stream()
                .map(judgement -> isToldOnce(judgement) ? judgement.with(TOLD_ONCE) : judgement)
                .toList();
    }

    private static boolean isToldOnce(Judgement judgement) {
        return judgement.verdict() instanceof Verdict.Violated
                && toldOnce()
                        .anyMatch(
                                rule -> rule.info().id().equals(judgement.rule().id()));
    }

    /** The rules about how an API writes every answer. */
    public static Stream<Rule> toldOnce() {
        return ALL.stream().filter(Rule::isToldOnce);
    }

    /** What some of these rules say of one answer that stands for itself, as if there were no other rules. */
    public static List<Judgement> judge(ContractCase it, Evidence evidence, Predicate<RuleInfo> included) {
        List<Asked> asked = ALL.stream()
                .filter(rule -> included.test(rule.info()) && rule.concerns(it))
                .flatMap(rule -> Standing.of(rule.info(), it.suite().rules()).stream()
                        .map(standing -> new Asked(rule, standing)))
                .toList();
        List<Verdict> verdicts = TimedJudging.OF_AN_ANSWER.verdicts(asked.stream()
                .<Supplier<Verdict>>map(one -> () -> verdict(one.rule(), it, evidence))
                .toList());
        return OneFact.told(IntStream.range(0, asked.size())
                .mapToObj(i ->
                        new Judgement(asked.get(i).rule().info(it), asked.get(i).standing(), verdicts.get(i)))
                .toList());
    }

    /** A rule that this case is judged by, and why. */
    private record Asked(Rule rule, Standing standing) {}

    /** Whether the rule speaks of such an answer at all: most speak of refusals only. */
    public static boolean isSpokenOf(Rule rule, ContractCase it, Evidence evidence) {
        return rule.concerns(it) && (rule.speaksOfEveryAnswer() || silence(it, evidence) == null);
    }

    private static Verdict verdict(Rule rule, ContractCase it, Evidence evidence) {
        String silence = rule.speaksOfEveryAnswer() ? null : silence(it, evidence);
        return silence == null ? rule.judge(it, evidence) : Verdict.notApplicable(silence);
    }

    /** Why rules about refusals have nothing to say; null where they have. */
    private static @Nullable String silence(ContractCase it, Evidence evidence) {
        if (!evidence.isRefusal()) {
            return "%d is no refusal".formatted(evidence.status());
        }
        if (it.isAcceptable() && it.letsIn(evidence.status())) {
            return "the credential got through: %d".formatted(evidence.status());
        }
        if (it.expectation().statuses().refusals().isEmpty()) {
            return "the credential is good, so how it was refused does not matter";
        }
        if (it.condition().info().reach() == Reach.CONNECTION) {
            return "nothing was served, and whoever refused need not be the API";
        }
        if (ABOUT_CREDENTIALS.contains(evidence.status())) {
            return null;
        }
        return switch (it.condition().info().reach()) {
            case MESSAGE -> "the HTTP message itself was refused, before anybody looked at a credential";
            case OTHER_REQUEST -> "the request itself was refused, and a credential was not asked for";
            default -> null;
        };
    }
}
