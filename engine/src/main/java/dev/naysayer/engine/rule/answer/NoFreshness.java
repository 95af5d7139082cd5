package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.ADVICE;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.CacheControl;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.Words;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Caches keep these statuses only if they are told how long.
 *
 * <p>An age goes before {@code Expires}, which is compared with the answer's own {@code Date}: a rule has no clock.
 */
final class NoFreshness implements Rule {

    private static final RuleInfo INFO = rule("no-freshness", ADVICE, rfc(9111, "3"))
            .summary("A refusal that can change soon is not kept for a time")
            .why("Who logs in, or is given the right, is still refused from a cache until the time is over.")
            .clients("They get the old refusal from their cache without asking the API.")
            .fix("Send neither max-age nor Expires with refusals; no-store is enough.");

    private static final Set<Integer> SHORT_LIVED = Set.of(401, 403, 429);
    private static final List<String> AGES = List.of("max-age", "s-maxage");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean isToldOnce() {
        return true;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (!SHORT_LIVED.contains(evidence.status())) {
            return notApplicable("the status is " + evidence.status());
        }
        CacheControl cacheControl = evidence.cacheControl();
        if (cacheControl.forbidsReuse()) {
            return passed();
        }
        if (AGES.stream().anyMatch(cacheControl::has)) {
            return AGES.stream().anyMatch(cacheControl::allowsSeconds)
                    ? violated("no " + Words.or(AGES), evidence.fieldText("Cache-Control"))
                    : passed();
        }
        return byDates(evidence);
    }

    /** An Expires that is no date counts as past (RFC 9111 section 5.3). */
    private static Verdict byDates(Evidence evidence) {
        Instant expires = HttpDate.first(evidence, "Expires");
        if (expires == null) {
            return passed();
        }
        Instant date = HttpDate.first(evidence, "Date");
        if (date == null) {
            return notApplicable("there is no Date to compare Expires with");
        }
        return expires.isAfter(date)
                ? violated("no Expires after " + evidence.fieldText("Date"), evidence.fieldText("Expires"))
                : passed();
    }
}
