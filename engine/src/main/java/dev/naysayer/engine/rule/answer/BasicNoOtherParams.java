package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.SHOULD;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.AuthParam;
import dev.naysayer.engine.evidence.Challenge;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The text has no keyword: it says that only a new edition of it can add parameters. */
final class BasicNoOtherParams implements Rule {

    private static final RuleInfo INFO = rule("basic-no-other-params", SHOULD, rfc(7617, "2"))
            .summary("A Basic challenge has no parameters but realm and charset")
            .why("What an API says in parameters of its own, no client of Basic reads.")
            .clients("They ignore it, so nobody sees the error that it tells.")
            .fix("Say what else there is to say in the body.");

    private static final Set<String> PARAMS = Set.of("realm", "charset");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        List<Challenge> challenges = evidence.challenges("Basic");
        if (challenges.isEmpty()) {
            return notApplicable("there is no Basic challenge");
        }
        return challenges.stream()
                .flatMap(challenge -> challenge.params().stream())
                .map(AuthParam::name)
                .filter(name -> !PARAMS.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(name -> violated("realm and charset only", name + " in: " + evidence.fieldText()))
                .orElse(passed());
    }
}
