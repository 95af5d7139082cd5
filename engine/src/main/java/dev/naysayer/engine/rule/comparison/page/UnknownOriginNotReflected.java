package dev.naysayer.engine.rule.comparison.page;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.SECURITY_ADVICE;

import dev.naysayer.dsl.RuleChoice;
import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.evidence.CorsFields;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Standing;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.comparison.Answer;
import dev.naysayer.engine.rule.comparison.Differing;
import dev.naysayer.engine.rule.comparison.Probe;
import dev.naysayer.engine.rule.comparison.Question;
import dev.naysayer.engine.standard.SpecReference;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An origin that is sent back unseen allows every page in the world.
 *
 * <p>Where credentials are allowed as well any page acts as the user who looks at it; the finding tells both fields then. {@code *} is no
 * reflection: it never opens what needs a cookie.
 */
final class UnknownOriginNotReflected implements OfPages {

    private static final Standing ADVISED = new Standing(SECURITY_ADVICE, RuleChoice.THE_SUITE, null);

    static final String NOTHING_ASKED = "no control could be asked for once more";

    private static final RuleInfo INFO = rule(
                    "unknown-origin-not-reflected", SECURITY_ADVICE, SpecReference.asvs("3.4.2"), PROFILE)
            .summary("An origin that nobody has is not allowed by its name")
            .why(
                    "An API that sends back whatever origin asks lets every page read what the user behind the browser may see.")
            .clients("The API's own pages notice nothing; a foreign one reads along.")
            .fix(
                    "Compare the whole origin with a list, not its beginning or its end, and leave the headers out for others.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public @Nullable Standing declared(Suite suite) {
        return advised(suite);
    }

    /** How strictly a suite is judged that names pages: it promises nothing of foreign ones. */
    static @Nullable Standing advised(Suite suite) {
        return suite.browsers() == null ? null : ADVISED;
    }

    @Override
    public List<Question> questions(List<Answer> answers) {
        return PageQuestions.fromElsewhere(answers);
    }

    @Override
    public Verdict judge(List<Answer> answers) {
        List<Answer> asked = Pages.to(Probe.UNKNOWN_ORIGIN, answers);
        if (asked.isEmpty()) {
            return Verdict.notApplicable(Pages.silence(answers, suite -> NOTHING_ASKED));
        }
        List<Answer> reflected =
                asked.stream().filter(UnknownOriginNotReflected::reflects).toList();
        return Differing.verdict(
                "no %s with an origin that nobody has".formatted(CorsFields.ALLOW_ORIGIN),
                reflected.stream().map(UnknownOriginNotReflected::line).toList());
    }

    /** Whether the very origin that asks is allowed. */
    static boolean reflects(Answer answer) {
        return Pages.origin(answer).equals(CorsFields.value(answer.evidence().response(), CorsFields.ALLOW_ORIGIN));
    }

    /** What allows it, with the credentials that are allowed beside it. */
    static String line(Answer answer) {
        Response response = answer.evidence().response();
        Stream<String> fields = CorsFields.allowCredentials(response)
                ? Stream.of(CorsFields.ALLOW_ORIGIN, CorsFields.ALLOW_CREDENTIALS)
                : Stream.of(CorsFields.ALLOW_ORIGIN);
        return "%s: %s"
                .formatted(
                        answer.it().name(),
                        String.join(
                                ", ",
                                fields.map(it -> AnswerAllowsOrigin.field(response, it))
                                        .toList()));
    }
}
