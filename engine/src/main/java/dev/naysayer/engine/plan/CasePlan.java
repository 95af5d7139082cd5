package dev.naysayer.engine.plan;

import dev.naysayer.dsl.Control;
import dev.naysayer.dsl.Expectation;
import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Promise;
import dev.naysayer.dsl.Scenario;
import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.credential.AuthScheme;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Credentials;
import dev.naysayer.engine.credential.Reach;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.credential.condition.CredentialConditions;
import dev.naysayer.engine.credential.scheme.AuthSchemes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All cases of a suite, operation by operation, each between its two controls. */
public final class CasePlan {

    private final Suite suite;
    private final AuthScheme scheme;
    private final Set<Trait> traits;

    private CasePlan(Suite suite) {
        NamedSettings declared = suite.credential().scheme();
        this.suite = suite;
        this.scheme = AuthSchemes.named(declared.name());
        this.traits = scheme.traits(declared);
    }

    /**
     * The cases in the order in which they run.
     *
     * <p>What has to wait for a token to expire comes last, behind all operations, so that most of the time has passed by then.
     */
    public static List<ContractCase> of(Suite suite) {
        CasePlan plan = new CasePlan(suite);
        List<ContractCase> cases = new ArrayList<>();
        List<ContractCase> late = new ArrayList<>();
        for (Operation operation : suite.operations()) {
            List<ContractCase> waiting = plan.refusals(operation, true);
            cases.add(plan.control(operation, CaseRole.CONTROL));
            cases.addAll(plan.refusals(operation, false));
            late.addAll(waiting);
            if (isControlledAfter(operation)) {
                (waiting.isEmpty() ? cases : late).add(plan.control(operation, CaseRole.CONTROL_AFTER));
            }
        }
        cases.addAll(late);
        return List.copyOf(cases);
    }

    /** A control that changes data is sent once only, and one that is off not at all. */
    private static boolean isControlledAfter(Operation operation) {
        Control control = operation.control();
        boolean harmless = operation.isSafe() || (control.status() != null && control.status() >= 400);
        return control.sent() && harmless;
    }

    private ContractCase control(Operation operation, CaseRole role) {
        CredentialCondition valid = CredentialConditions.CONTROL;
        return new ContractCase(
                suite,
                operation,
                scheme,
                valid,
                valid.info().expectation(),
                Promise.NONE,
                operation.at(),
                role,
                operation.control().sent() ? null : "the suite says 'control: off'");
    }

    private List<ContractCase> refusals(Operation operation, boolean waiting) {
        return suite.scenarios().stream()
                .filter(scenario -> waits(scenario) == waiting)
                .map(scenario -> refusal(operation, scenario))
                .toList();
    }

    private boolean waits(Scenario scenario) {
        return Credentials.waitsFor(suite.credential(), CredentialConditions.named(scenario.condition()));
    }

    private ContractCase refusal(Operation operation, Scenario scenario) {
        CredentialCondition condition = CredentialConditions.named(scenario.condition());
        Promise promise = NearestPromise.of(suite, operation, scenario, condition.info());
        Expectation expectation = promise.expectation(condition.info().expectation(traits));
        return new ContractCase(
                suite,
                operation,
                scheme,
                condition,
                expectation,
                promise,
                scenario.at(),
                CaseRole.SCENARIO,
                notApplicable(condition, operation, expectation));
    }

    private @Nullable String notApplicable(
            CredentialCondition condition, Operation operation, Expectation expectation) {
        ConditionInfo info = condition.info();
        String left = operation.promises().except().get(info.name());
        if (left != null) {
            return "the suite leaves it out here: " + left;
        }
        boolean given = Credentials.isGiven(suite.credential(), condition);
        if (!given && !traits.contains(info.appliesTo())) {
            return "the scheme is %s, and this is about %s".formatted(scheme.name(), info.appliesTo());
        }
        if (info.unless() != null && traits.contains(info.unless())) {
            return "this is where the suite has its credential";
        }
        // What may get through does what the operation does, and the author wants that not to happen.
        if (!operation.control().sent() && expectation.statuses().accepted()) {
            return "the suite says 'control: off', and this credential may get through";
        }
        if (info.reach() == Reach.OTHER_REQUEST && operation.endsSession()) {
            return "the path looks as if it ended a session, and is only asked for as the suite has it";
        }
        return given ? null : condition.notApplicable(operation);
    }
}
