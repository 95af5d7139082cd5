package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.MUST;

import dev.naysayer.dsl.Subjects;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Admission;
import dev.naysayer.engine.rule.AdmissionRule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.standard.SpecReference;
import java.util.Set;

/** Nothing is wrong with the credential of somebody who may not; so what is said of bad credentials is not true of it. */
final class MissingRightRefused implements AdmissionRule {

    private static final RuleInfo INFO = rule("missing-right-refused", MUST, SpecReference.SUITE)
            .summary("Whoever may not do this does not get through, however good the credential is")
            .why("Whoever can log in sees and changes what is somebody else's.")
            .clients("They show their users what is not theirs, and nobody notices but whoever looks for it.")
            .fix("Ask at each operation, and for each object, whether this caller may; a login alone gives no right.");

    private static final Admission ADMISSION =
            new Admission(Admission.Demand.REFUSED, Trait.ANY, Set.of(Subjects.DENIED, Subjects.FOREIGN), INFO);

    @Override
    public Admission admission() {
        return ADMISSION;
    }

    @Override
    public RuleInfo info(ContractCase it) {
        return INFO.because(it.condition().info().why());
    }
}
