package dev.naysayer.engine.run;

import dev.naysayer.engine.credential.Blueprint;
import dev.naysayer.engine.credential.Credentials;
import dev.naysayer.engine.credential.Diagnosis;
import dev.naysayer.engine.credential.Presented;
import dev.naysayer.engine.credential.Presents;
import dev.naysayer.engine.plan.CaseRole;
import dev.naysayer.engine.plan.ContractCase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Which of a suite's conditions a run would not test, and why; once a condition, whatever the number of its operations.
 *
 * <p>The credentials are made as a run makes them, and sent nowhere. No token is asked for any more: what a source has to be asked for
 * is named.
 */
final class UntestedCases {

    private static final int MOST_NAMED = 12;

    private final CaseRun line;
    private final List<ContractCase> cases;
    private final Map<Good, Presented> good = new HashMap<>();
    private final Map<String, Set<String>> unobtainable = new LinkedHashMap<>();
    private final Map<String, Set<String>> unusable = new LinkedHashMap<>();
    private final Map<String, Set<String>> inapplicable = new LinkedHashMap<>();
    private final Set<String> unasked = new LinkedHashSet<>();

    /** What a good credential is made from. */
    private record Good(Presents presents, List<String> scopes) {}

    /** @param cases all of the suite; the good credentials of some were made already */
    UntestedCases(CaseRun line, List<ContractCase> cases) {
        this.line = line;
        this.cases = cases;
    }

    List<Diagnosis> diagnoses() {
        Set<String> looked = new LinkedHashSet<>();
        for (ContractCase it : cases) {
            if (it.role() != CaseRole.SCENARIO || it.isDenied()) {
                continue;
            }
            if (it.notApplicable() != null) {
                add(inapplicable, it.notApplicable(), it);
            } else if (!looked.contains(it.scenario()) && look(it)) {
                looked.add(it.scenario());
            }
        }
        unasked.removeAll(looked);
        List<Diagnosis> told = new ArrayList<>();
        tell(told, unusable, Diagnosis::ill, "%s");
        tell(told, unobtainable, Diagnosis::open, "not obtainable %s");
        if (!unasked.isEmpty()) {
            told.add(Diagnosis.open(
                    named(unasked), "not looked at: a source has to be asked for it, or to wait for it"));
        }
        tell(told, inapplicable, Diagnosis::open, "not applicable: %s");
        return told;
    }

    /** Whether it is known now. */
    private boolean look(ContractCase it) {
        if (Credentials.waitsFor(it.presents().varied(), it.condition())) {
            unasked.add(it.scenario());
            return false;
        }
        Presented right = good.computeIfAbsent(
                new Good(it.presents(), it.operation().scopes()), presented -> present(it, it.good()));
        if (!(right instanceof Presented.Ready)) {
            // Why there is no good credential was told by its trial, if it had one.
            return false;
        }
        Presented presented = present(it, it.condition().applyTo(it.good()));
        if (presented instanceof Presented.Unobtainable none) {
            add(unobtainable, none.reason(), it);
        } else if (presented instanceof Presented.Failed failed) {
            if (failed.reason().contains(IssuerDoor.SHUT)) {
                unasked.add(it.scenario());
                return false;
            }
            add(unusable, failed.reason(), it);
        }
        return true;
    }

    private Presented present(ContractCase it, Blueprint blueprint) {
        return line.credentials().present(it.presents(), blueprint);
    }

    private static void add(Map<String, Set<String>> reasons, String reason, ContractCase it) {
        reasons.computeIfAbsent(reason, none -> new LinkedHashSet<>()).add(it.scenario());
    }

    private static void tell(
            List<Diagnosis> told,
            Map<String, Set<String>> reasons,
            BiFunction<String, String, Diagnosis> as,
            String words) {
        reasons.forEach((reason, names) -> told.add(as.apply(named(names), words.formatted(reason))));
    }

    private static String named(Set<String> scenarios) {
        String first = String.join(", ", scenarios.stream().limit(MOST_NAMED).toList());
        return scenarios.size() <= MOST_NAMED
                ? first
                : "%s and %d more".formatted(first, scenarios.size() - MOST_NAMED);
    }
}
