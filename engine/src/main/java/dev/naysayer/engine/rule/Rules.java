package dev.naysayer.engine.rule;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import java.util.List;

/** Every rule there is, in the order in which a reader of the report meets them. */
public final class Rules {

    public static final List<Rule> ALL = List.of(
            new RefusalRefuses(),
            new StatusAsDeclared(),
            new ChallengeFollows401(),
            new ChallengeParses(),
            new ChallengeNamesScheme(),
            new ChallengeParamsUnique(),
            new ChallengeCharacters(),
            new NoErrorWithoutCredentials(),
            new ErrorAsDeclared(),
            new ErrorFitsCondition(),
            new ErrorFitsStatus(),
            new InsufficientScopeNamesScope(),
            new BodyMatchesSchema(),
            new ProblemDetailsWellFormed(),
            new MediaTypeAsDeclared(),
            new MediaTypeFitsBody(),
            new TokenNotEchoed());

    private Rules() {}

    /** What every rule says of one refusal. */
    public static List<Judgement> judge(ContractCase it, Evidence evidence) {
        return ALL.stream()
                .map(rule -> new Judgement(rule.info(), verdict(rule, it, evidence)))
                .toList();
    }

    private static Verdict verdict(Rule rule, ContractCase it, Evidence evidence) {
        return evidence.isRefusal() || rule.speaksOfEveryAnswer()
                ? rule.judge(it, evidence)
                : Verdict.notApplicable("%d is no refusal".formatted(evidence.status()));
    }
}
