package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.SHOULD;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Names that can be written in other formats than JSON too. */
final class ProblemExtensionNames implements Rule {

    private static final RuleInfo INFO = rule("problem-extension-names", SHOULD, rfc(9457, "4"))
            .summary("Extensions of a problem have names that every format can hold")
            .why("Generated classes and XML cannot hold such a name, so the member is lost on the way.")
            .clients("They cannot bind the member to a field, and drop it.")
            .fix("Begin with a letter, go on with letters, digits and underscores, and take three characters or more.");

    private static final Set<String> STANDARD = Set.of("type", "title", "status", "detail", "instance");
    private static final Predicate<String> LEGAL =
            Pattern.compile("[A-Za-z][A-Za-z0-9_]{2,}").asMatchPredicate();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        JsonNode problem = evidence.body().problem();
        if (problem == null || STANDARD.containsAll(problem.propertyNames())) {
            return notApplicable("there is no extension of a problem");
        }
        Optional<String> stray = problem.propertyNames().stream()
                .filter(name -> !STANDARD.contains(name))
                .filter(LEGAL.negate())
                .findFirst();
        return stray.map(name -> violated("three or more letters, digits and underscores, a letter first", name))
                .orElse(passed());
    }
}
