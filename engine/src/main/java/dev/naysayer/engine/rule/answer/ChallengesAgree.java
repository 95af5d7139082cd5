package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.ADVICE;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.AuthParam;
import dev.naysayer.engine.evidence.Challenge;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Another realm may have another reason; Digest offers one realm by several algorithms (RFC 7616 section 3.7). */
final class ChallengesAgree implements Rule {

    private static final RuleInfo INFO = rule("challenges-agree", ADVICE, rfc(9110, "11.6.1"))
            .summary("Two challenges of one scheme and realm tell the same")
            .why(
                    "One client reads the first challenge, the next the last; where they disagree the two behave differently.")
            .clients("Some refresh the token and some ask for more rights, by whichever challenge they happen to read.")
            .fix("Let one place write the challenge: look for a proxy or a second filter that adds its own.");

    /** What speaks of this request; the rest offers ways to choose from. */
    private static final List<String> REASONS = List.of("error", "scope", "error_description", "error_uri");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        Collection<List<Challenge>> pairs =
                evidence.challenges().stream()
                        .collect(Collectors.groupingBy(ChallengesAgree::schemeAndRealm))
                        .values()
                        .stream()
                        .filter(alike -> alike.size() > 1)
                        .toList();
        if (pairs.isEmpty()) {
            return notApplicable("no two challenges have the same scheme and realm");
        }
        return REASONS.stream()
                .filter(name -> pairs.stream().anyMatch(alike -> differ(name, alike)))
                .findFirst()
                .map(name -> violated("one " + name, evidence.fieldText()))
                .orElse(passed());
    }

    private static String schemeAndRealm(Challenge challenge) {
        return challenge.scheme().toLowerCase(Locale.ROOT) + " " + challenge.param("realm");
    }

    private static boolean differ(String name, List<Challenge> alike) {
        return alike.stream()
                        .flatMap(challenge -> challenge.params(name).stream())
                        .map(AuthParam::value)
                        .distinct()
                        .count()
                > 1;
    }
}
