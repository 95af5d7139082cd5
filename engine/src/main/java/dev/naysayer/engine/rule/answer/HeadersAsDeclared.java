package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.standard.Level.MUST;

import dev.naysayer.dsl.Declared;
import dev.naysayer.dsl.Match;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.SpecReference;
import java.util.Map;

/** Each header that the suite speaks of. */
final class HeadersAsDeclared implements Rule {

    private static final RuleInfo INFO = rule("headers-as-declared", MUST, SpecReference.SUITE)
            .summary("The headers are as the suite declares them")
            .why("Clients and support read these headers of every answer, and miss them in those that refuse.")
            .clients(
                    "They look a refused request up by its id, or wait as long as they are told; without the header they can do neither.")
            .fix("Set these headers in the place that writes every answer, refusals included.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleInfo info(ContractCase it) {
        return INFO.of(DeclaredValues.first(it.promise().headers()));
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        Map<String, Declared<Match>> declared = it.promise().headers();
        if (declared.isEmpty()) {
            return notApplicable("the suite declares no header");
        }
        DeclaredValues values = new DeclaredValues(evidence);
        declared.forEach((name, match) ->
                values.text(name, match, Header.value(evidence.response().headers(), name)));
        return values.verdict();
    }
}
