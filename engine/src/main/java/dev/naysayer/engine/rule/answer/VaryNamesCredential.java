package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.ADVICE;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Of refusals {@link NoFreshness} asks more: that no cache keeps them at all. */
final class VaryNamesCredential implements Rule {

    private static final RuleInfo INFO = rule("vary-names-credential", ADVICE, rfc(9110, "12.5.5"))
            .summary("An answer that caches may keep names the credential's field in Vary")
            .why(
                    "Without it a cache takes two requests with different credentials for the same, and answers both alike.")
            .clients("After a change of the user they show what the one before them saw.")
            .fix("Send Cache-Control: no-store, or Vary with the name of the field that carries the credential.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean speaksOfEveryAnswer() {
        return true;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (!it.isAcceptable() || evidence.status() < 200 || evidence.status() > 299) {
            return notApplicable("it is no answer to a good credential");
        }
        if (it.operation().requires().isPublic()) {
            return notApplicable("nobody needs a credential, so all get the same answer");
        }
        String field = Carrier.of(it).field();
        if (field.isEmpty()) {
            return notApplicable("the credential is in no field that is known");
        }
        if (!Caching.mayReuse(evidence)) {
            return notApplicable("no cache keeps such an answer");
        }
        List<String> vary = evidence.response().headers("Vary");
        return vary.stream().flatMap(VaryNamesCredential::names).anyMatch(name -> isOf(name, field))
                ? passed()
                : violated("Vary: " + field, vary.isEmpty() ? "no Vary" : "Vary: " + String.join(", ", vary));
    }

    private static Stream<String> names(String line) {
        return Arrays.stream(line.split(",", -1)).map(String::strip);
    }

    private static boolean isOf(String name, String field) {
        return name.equals("*") || name.equalsIgnoreCase(field);
    }
}
