package dev.naysayer.engine.rule.comparison.page;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.SECURITY_ADVICE;

import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.evidence.CorsFields;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Standing;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.comparison.Answer;
import dev.naysayer.engine.rule.comparison.Differing;
import dev.naysayer.engine.rule.comparison.Probe;
import dev.naysayer.engine.rule.comparison.Question;
import dev.naysayer.engine.standard.SpecReference;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code null} is what a browser sends for a page whose origin it does not tell: one in a sandboxed frame, a {@code data:} URL, a file.
 *
 * <p>Where any origin is sent back this one is, too, which {@link UnknownOriginNotReflected} tells.
 */
final class NullOriginNotAllowed implements OfPages {

    private static final RuleInfo INFO = rule(
                    "null-origin-not-allowed", SECURITY_ADVICE, SpecReference.asvs("3.4.2"), PROFILE)
            .summary("The origin null is not allowed")
            .why(
                    "Any page can ask as null, out of a sandboxed frame, so an API that trusts null trusts every page in the world.")
            .clients("The API's own pages notice nothing; a foreign one reads along.")
            .fix(
                    "Take null off the list of origins; whoever opens pages from files while developing needs a server for them.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public @Nullable Standing declared(Suite suite) {
        return UnknownOriginNotReflected.advised(suite);
    }

    @Override
    public List<Question> questions(List<Answer> answers) {
        return Stream.concat(PageQuestions.fromElsewhere(answers).stream(), PageQuestions.fromNowhere(answers).stream())
                .toList();
    }

    @Override
    public Verdict judge(List<Answer> answers) {
        Set<String> open = Pages.to(Probe.UNKNOWN_ORIGIN, answers).stream()
                .filter(UnknownOriginNotReflected::reflects)
                .map(Answer::operation)
                .collect(Collectors.toSet());
        List<Answer> asked = Pages.to(Probe.NULL_ORIGIN, answers);
        List<Answer> spoken =
                asked.stream().filter(it -> !open.contains(it.operation())).toList();
        if (spoken.isEmpty()) {
            return Verdict.notApplicable(
                    asked.isEmpty()
                            ? Pages.silence(answers, suite -> UnknownOriginNotReflected.NOTHING_ASKED)
                            : "any origin is sent back, which the rule about unknown ones tells");
        }
        return Differing.verdict(
                "no %s: null".formatted(CorsFields.ALLOW_ORIGIN),
                spoken.stream()
                        .filter(UnknownOriginNotReflected::reflects)
                        .map(UnknownOriginNotReflected::line)
                        .toList());
    }
}
