package dev.naysayer.engine.assertion;

import dev.naysayer.dsl.Control;
import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.dsl.Destinations;
import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.Promise;
import dev.naysayer.dsl.Refusals;
import dev.naysayer.dsl.Requirement;
import dev.naysayer.dsl.RuleChoices;
import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.credential.AuthScheme;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Presents;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.exchange.Request;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.Outcomes;
import dev.naysayer.engine.plan.CaseRole;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Judgement;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.answer.Rules;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judges an answer as the engine does, by a case of a suite that declares nothing.
 *
 * @param scheme how the credential traveled
 * @param condition what was wrong with it
 * @param credentialKnown whether it can be told where the answer repeats the credential
 */
record Judge(AuthScheme scheme, CredentialCondition condition, boolean credentialKnown) {

    /** Rules that look for the credential itself. */
    static final Set<String> ABOUT_THE_CREDENTIAL = Set.of("token-not-echoed");

    private static final Position AT = new Position("", 1, 1);

    /** What the rules of a set come to. */
    CaseOutcome outcome(Evidence evidence, RuleSet rules) {
        ContractCase it = contractCase(evidence.method(), rules.choices());
        Request request = new Request(evidence.method(), "", List.of(), null);
        return new Outcomes("", null, false)
                .of(
                        it,
                        new Exchange.Answered(request, evidence.response()),
                        answered -> Rules.judge(it, evidence, rules::includes).stream()
                                .map(this::withoutGuess)
                                .toList());
    }

    /** Whether an answer with this status is right although it is no refusal. */
    boolean letsIn(int status) {
        ContractCase it = contractCase("GET", RuleChoices.UNDECLARED);
        return it.isAcceptable() && it.letsIn(status);
    }

    private Judgement withoutGuess(Judgement judgement) {
        return credentialKnown
                        || !ABOUT_THE_CREDENTIAL.contains(judgement.rule().id())
                ? judgement
                : judgement.with(Verdict.notApplicable("the credential is not known"));
    }

    private ContractCase contractCase(String method, RuleChoices choices) {
        NamedSettings declared = new NamedSettings(AT, scheme.name(), Map.of());
        CredentialDeclaration credential = new CredentialDeclaration(declared, List.of());
        Operation operation = new Operation(
                AT,
                method,
                "/",
                Map.of(),
                List.of(),
                true,
                Control.ON,
                List.of(),
                Map.of(),
                null,
                Requirement.of(credential.name()));
        Suite suite = new Suite(
                "",
                AT,
                List.of(),
                null,
                Destinations.UNDECLARED,
                Suite.DEFAULT_LEEWAY,
                List.of(credential),
                List.of(operation),
                Refusals.UNDECLARED,
                choices,
                List.of(),
                List.of(),
                null);
        return new ContractCase(
                suite,
                operation,
                Presents.only(credential),
                condition,
                condition.info().expectation(scheme.traits(declared)),
                Promise.NONE,
                AT,
                CaseRole.SCENARIO,
                null);
    }
}
