package dev.naysayer.engine.junit;

import dev.naysayer.engine.run.SuiteFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/**
 * Stands where a suite would stand that cannot be run, and fails with all that is wrong with it.
 *
 * <p>It is no discovery issue: one of those ends the run of every engine, and the unit tests beside a suite have done nothing wrong.
 */
final class ProblemNode extends AbstractTestDescriptor implements Node<RunContext> {

    private final @Nullable SuiteFile file;
    private final List<String> problems;

    /**
     * @param name what the suite is called in a report
     * @param file the suite's, or null where there is none
     * @param problems each with place, cause and next step; at least one
     */
    ProblemNode(
            UniqueId uniqueId,
            String name,
            @Nullable SuiteFile file,
            List<String> problems,
            @Nullable TestSource source) {
        super(uniqueId, name, source);
        this.file = file;
        this.problems = new ArrayList<>(problems);
    }

    Optional<SuiteFile> file() {
        return Optional.ofNullable(file);
    }

    /** Each with place, cause and next step. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** What is wrong with the run, and not with this suite, comes first. */
    void putFirst(List<String> ofTheRun) {
        problems.addAll(0, ofTheRun);
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    @Override
    public boolean mayRegisterTests() {
        return true;
    }

    /** It stays, whatever is filtered: what is wrong is wrong with each of its cases, and nobody knows their tags. */
    @Override
    public void removeFromHierarchy() {}

    @Override
    public RunContext before(RunContext context) {
        throw new UnusableSuite(getDisplayName(), problems);
    }
}
