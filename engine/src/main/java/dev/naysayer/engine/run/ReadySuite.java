package dev.naysayer.engine.run;

import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.plan.CasePlan;
import dev.naysayer.engine.plan.ContractCase;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A suite whose requests can be sent.
 *
 * <p>No verdict without a control: an API that refuses everything passes every negative test. So an operation's control runs
 * before its first refusal, once, also when only that refusal was selected.
 */
final class ReadySuite implements SuiteRun {

    private final CaseRun line;
    private final Map<String, ContractCase> cases;
    private final Map<String, ContractCase> controlCases;
    private final Map<String, CaseOutcome> controls = new ConcurrentHashMap<>();

    /** @param suite read with all its values, which the planned cases may lack */
    ReadySuite(CaseRun line, Suite suite) {
        this.line = line;
        this.cases = CasePlan.of(suite).stream().collect(Collectors.toMap(ContractCase::name, Function.identity()));
        this.controlCases = cases.values().stream()
                .filter(ContractCase::control)
                .collect(Collectors.toMap(it -> it.operation().name(), Function.identity()));
    }

    @Override
    public CaseOutcome run(ContractCase planned) {
        ContractCase it = cases.getOrDefault(planned.name(), planned);
        if (it.notApplicable() != null) {
            return line.outcomes().notApplicable(it, it.notApplicable());
        }
        CaseOutcome control = controls.computeIfAbsent(it.operation().name(), this::control);
        if (it.control()) {
            return control;
        }
        return switch (control.kind()) {
            case CONFORMING -> line.run(it);
            case MISCONFIGURED -> line.outcomes().misconfigured(it, String.valueOf(control.reason()));
            default -> line.outcomes().inconclusive(it, "the control failed: " + control.reason());
        };
    }

    private CaseOutcome control(String operation) {
        ContractCase control = controlCases.get(operation);
        if (control == null) {
            throw new IllegalArgumentException("the suite has no operation '" + operation + "'");
        }
        return line.run(control);
    }

    @Override
    public void close() {
        line.api().close();
    }
}
