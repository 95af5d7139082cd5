package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.AuthParam;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.List;

/** Other parameters may be written either way; realm has only one. */
final class RealmQuotedString implements Rule {

    private static final RuleInfo INFO = rule("realm-quoted-string", MUST, rfc(9110, "11.5"))
            .summary("realm is written in quotes")
            .why("Old parsers know realm in quotes only, and skip the challenge or lose what follows.")
            .clients("Some find no realm and ask again for a password that they have; some drop the challenge.")
            .fix("Put the realm in quotes.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        List<AuthParam> realms = evidence.challenges().stream()
                .flatMap(challenge -> challenge.params("realm").stream())
                .toList();
        if (realms.isEmpty()) {
            return notApplicable("no challenge has a realm");
        }
        return realms.stream()
                .filter(realm -> !realm.quoted())
                .findFirst()
                .map(realm -> violated(
                        "%s=\"%s\"".formatted(realm.name(), realm.value()),
                        "%s=%s".formatted(realm.name(), realm.value())))
                .orElse(passed());
    }
}
