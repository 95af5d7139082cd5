package dev.naysayer.engine.rule.comparison.page;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.SHOULD;

import dev.naysayer.dsl.RuleChoice;
import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.evidence.CorsFields;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.plan.CaseRole;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Standing;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.comparison.Answer;
import dev.naysayer.engine.rule.comparison.Differing;
import dev.naysayer.engine.rule.comparison.Probe;
import dev.naysayer.engine.rule.comparison.Question;
import dev.naysayer.engine.standard.SpecReference;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A kept answer to one page is given to the next.
 *
 * <p>What no cache keeps needs no Vary, and what allows every origin is right for each.
 */
final class VaryNamesOrigin implements OfPages {

    private static final RuleInfo INFO = rule("vary-names-origin", SHOULD, SpecReference.rfc(9110, "12.5.5"), PROFILE)
            .summary("An answer that depends on the origin, and may be kept, says so in Vary")
            .why("A cache gives a page the answer that another page got, with the other's origin or none.")
            .clients("The browser's own cache keeps the answer from the page, until somebody empties it.")
            .fix("Add Vary: Origin to every answer of the path, also to those without an origin, or forbid keeping.");

    private static final Standing ADVISED = new Standing(SHOULD, RuleChoice.THE_SUITE, null);

    /** Kept although nothing says how long (RFC 9110 section 15.1). */
    private static final Set<Integer> KEPT = Set.of(200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501);

    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public @Nullable Standing declared(Suite suite) {
        return suite.browsers() == null ? null : ADVISED;
    }

    @Override
    public List<Question> questions(List<Answer> answers) {
        return Stream.concat(PageQuestions.answered(answers).stream(), PageQuestions.fromElsewhere(answers).stream())
                .toList();
    }

    @Override
    public Verdict judge(List<Answer> answers) {
        Set<String> depending = depending(answers);
        List<Answer> kept = answers.stream()
                .filter(it -> depending.contains(it.operation()) && isControl(it) && mayBeKept(it))
                .toList();
        if (kept.isEmpty()) {
            return Verdict.notApplicable(Pages.silence(
                    answers,
                    suite -> depending.isEmpty()
                            ? "no answer depends on the origin"
                            : "no cache keeps what depends on the origin"));
        }
        return Differing.verdict(
                "Vary with Origin",
                kept.stream()
                        .filter(it -> !names(it))
                        .map(VaryNamesOrigin::line)
                        .toList());
    }

    /** Operations whose control allows the origin that asks, and another one not, or another one by its name. */
    private static Set<String> depending(List<Answer> answers) {
        return answers.stream()
                .filter(VaryNamesOrigin::isControl)
                .collect(Collectors.groupingBy(
                        Answer::operation,
                        Collectors.mapping(
                                it -> String.valueOf(
                                        CorsFields.value(it.evidence().response(), CorsFields.ALLOW_ORIGIN)),
                                Collectors.toSet())))
                .entrySet()
                .stream()
                .filter(it -> it.getValue().size() > 1)
                .map(it -> it.getKey())
                .collect(Collectors.toSet());
    }

    private static boolean isControl(Answer answer) {
        return answer.it().role() == CaseRole.CONTROL
                && (answer.probe() == null || answer.probe() == Probe.ORIGIN || answer.probe() == Probe.UNKNOWN_ORIGIN);
    }

    private static boolean mayBeKept(Answer answer) {
        return SAFE.contains(answer.evidence().method())
                && KEPT.contains(answer.status())
                && !answer.evidence().cacheControl().has("no-store");
    }

    private static boolean names(Answer answer) {
        return answer.evidence().response().headers("Vary").stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.equals("origin") || name.equals("*"));
    }

    private static String line(Answer answer) {
        Response response = answer.evidence().response();
        String origin = answer.probe() == null ? "without an origin" : "from " + Pages.origin(answer);
        return "%s %s: %s, and %s"
                .formatted(
                        answer.it().name(),
                        origin,
                        AnswerAllowsOrigin.field(response, CorsFields.ALLOW_ORIGIN),
                        AnswerAllowsOrigin.field(response, "Vary"));
    }
}
