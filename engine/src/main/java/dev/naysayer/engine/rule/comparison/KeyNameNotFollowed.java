package dev.naysayer.engine.rule.comparison;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.SECURITY_ADVICE;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Fate;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A {@code kid} that names no key is refused, so it is looked up; one that is a path or a query is not, so it is looked up in a file or a
 * database.
 *
 * <p>Who lets both in knows one key and looks nothing up, which RFC 7515 section 4.1.4 leaves to the API.
 */
final class KeyNameNotFollowed implements Comparison {

    private static final String UNKNOWN = "kid-unknown";

    private static final Set<String> LEADING_ELSEWHERE = Set.of("kid-path-traversal", "kid-sql", "kid-file-url");

    private static final RuleInfo INFO = rule("key-name-not-followed", SECURITY_ADVICE, rfc(8725, "3.10"))
            .summary("An API that looks up kid takes no path, URL or query for the name of a key")
            .why("Whoever can make the API fetch its key from elsewhere signs tokens for everybody.")
            .clients("Honest tokens name keys that there are; these are served with names that there are not.")
            .fix("Look kid up among the keys that are known, as plain text; build no path, URL or query of it.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean concerns(List<ContractCase> planned) {
        Set<String> names = planned.stream()
                .filter(Answer::mayBeRefused)
                .map(it -> it.condition().info().name())
                .collect(Collectors.toSet());
        return names.contains(UNKNOWN) && LEADING_ELSEWHERE.stream().anyMatch(names::contains);
    }

    @Override
    public Verdict judge(List<Answer> answers) {
        List<Answer> cases = answers.stream()
                .filter(it -> it.probe() == null && Answer.mayBeRefused(it.it()))
                .toList();
        Set<String> lookedUp = cases.stream()
                .filter(it -> it.condition().equals(UNKNOWN) && it.evidence().isRefusal())
                .map(Answer::place)
                .collect(Collectors.toSet());
        List<Answer> elsewhere = cases.stream()
                .filter(it -> LEADING_ELSEWHERE.contains(it.condition()) && lookedUp.contains(it.place()))
                .toList();
        if (elsewhere.isEmpty()) {
            return Verdict.notApplicable("no operation refused " + UNKNOWN + ", so no kid is looked up");
        }
        return Differing.verdict(
                "a refusal, as of " + UNKNOWN,
                elsewhere.stream()
                        .filter(it -> Fate.gotThrough(it.it(), it.evidence()))
                        .map(it -> "%s: %s".formatted(it.it().name(), Fate.words(it.status())))
                        .toList());
    }
}
