package dev.naysayer.engine.plan;

import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Scenario;
import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.credential.AuthScheme;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.condition.CredentialConditions;
import dev.naysayer.engine.credential.scheme.AuthSchemes;
import java.util.List;
import java.util.stream.Stream;

/** All cases of a suite, operation by operation, each led by its control. */
public final class CasePlan {

    private CasePlan() {}

    public static List<ContractCase> of(Suite suite) {
        return suite.operations().stream()
                .flatMap(operation -> Stream.concat(
                        Stream.of(control(suite, operation)),
                        suite.scenarios().stream().map(scenario -> refusal(suite, operation, scenario))))
                .toList();
    }

    private static ContractCase control(Suite suite, Operation operation) {
        CredentialCondition valid = CredentialConditions.CONTROL;
        return new ContractCase(
                suite, operation, scheme(suite), valid, valid.info().expectation(), operation.at(), true, null);
    }

    private static ContractCase refusal(Suite suite, Operation operation, Scenario scenario) {
        CredentialCondition condition = CredentialConditions.named(scenario.condition());
        return new ContractCase(
                suite,
                operation,
                scheme(suite),
                condition,
                scenario.expectation(condition.info().expectation()),
                scenario.at(),
                false,
                condition.notApplicable(operation));
    }

    private static AuthScheme scheme(Suite suite) {
        return AuthSchemes.named(suite.credential().scheme().name());
    }
}
