package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.standard.Level.MUST;

import dev.naysayer.dsl.Declared;
import dev.naysayer.dsl.Match;
import dev.naysayer.dsl.Promise;
import dev.naysayer.engine.evidence.Challenge;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.SpecReference;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of the challenges has all that the suite declares of it; the error code has rules of its own. */
final class ChallengeAsDeclared implements Rule {

    private static final String FIELD = "WWW-Authenticate";
    private static final String SCHEME = "scheme";

    private static final RuleInfo INFO = rule("challenge-as-declared", MUST, SpecReference.SUITE)
            .summary("The challenge is as the suite declares it")
            .why(
                    "Clients read from the challenge where to log in and which rights to ask for, as the contract promised.")
            .clients("They ask for the wrong realm or scope, or find nothing that they could ask for, and give up.")
            .fix("Write every challenge in one place, from what the contract declares.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleInfo info(ContractCase it) {
        return INFO.of(DeclaredValues.first(it.promise().challenge()));
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        Map<String, Declared<Match>> declared = it.promise().challenge();
        if (declared.isEmpty()) {
            return notApplicable("the suite declares nothing of the challenge");
        }
        Declared<Match> whole = declared.get(Promise.WHOLE_CHALLENGE);
        if (whole != null) {
            DeclaredValues values = new DeclaredValues(evidence);
            List<String> lines = evidence.response().headers(FIELD);
            values.text(FIELD, whole, lines.isEmpty() ? null : evidence.fieldText());
            return values.verdict();
        }
        List<DeclaredValues> held = offered(it, evidence, declared.containsKey(SCHEME)).stream()
                .map(challenge -> held(challenge, declared, evidence))
                .toList();
        return held.stream()
                .filter(values -> !values.isBroken())
                .findFirst()
                .or(() -> held.stream().findFirst())
                .map(DeclaredValues::verdict)
                .orElseGet(() -> held(new Challenge("", null, List.of()), declared, evidence)
                        .verdict(evidence.fieldText()));
    }

    /** Those of the suite's own scheme, unless the suite declares a scheme, or has none that a challenge could name. */
    private static List<Challenge> offered(ContractCase it, Evidence evidence, boolean schemeDeclared) {
        String own = it.scheme().challengeScheme();
        return schemeDeclared || own == null ? evidence.challenges() : evidence.challenges(own);
    }

    private static DeclaredValues held(Challenge challenge, Map<String, Declared<Match>> declared, Evidence evidence) {
        DeclaredValues values = new DeclaredValues(evidence);
        declared.forEach((name, match) -> values.text(
                name, match, name.equals(SCHEME) ? scheme(challenge, match.value()) : challenge.param(name)));
        return values;
    }

    /** Case does not matter (RFC 9110 section 11.1): the same scheme is taken as it is declared. */
    private static @Nullable String scheme(Challenge challenge, Match match) {
        if (challenge.scheme().isEmpty()) {
            return null;
        }
        return match instanceof Match.Equal equal && challenge.hasScheme(equal.value())
                ? equal.value()
                : challenge.scheme();
    }
}
