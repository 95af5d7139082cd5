package dev.naysayer.engine.junit;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;

/**
 * Knows of every planned test whether it was told, and makes those red that were not: a build tool counts what it hears of, so a test
 * that is lost looks like one that nobody planned.
 *
 * <p>A container that failed or was skipped speaks for all below it.
 */
final class RollCall implements EngineExecutionListener {

    static final String NOT_RUN =
            "FAULT OF NAYSAYER: this was planned and not run, so nothing is known of it. Please report it to the project, with the setting or tool that you ran it by";

    private final EngineExecutionListener listener;
    private final Set<UniqueId> told = ConcurrentHashMap.newKeySet();

    RollCall(EngineExecutionListener listener) {
        this.listener = listener;
    }

    @Override
    public void executionStarted(TestDescriptor node) {
        listener.executionStarted(node);
    }

    @Override
    public void executionSkipped(TestDescriptor node, String reason) {
        told.add(node.getUniqueId());
        listener.executionSkipped(node, reason);
    }

    @Override
    public void executionFinished(TestDescriptor node, TestExecutionResult result) {
        told.add(node.getUniqueId());
        if (result.getStatus() == Status.SUCCESSFUL) {
            // While their parent is still open: of what comes behind its end a build tool takes no notice.
            node.getChildren().stream()
                    .filter(child -> !told.contains(child.getUniqueId()))
                    .forEach(this::missing);
        }
        listener.executionFinished(node, result);
    }

    private void missing(TestDescriptor node) {
        listener.executionStarted(node);
        executionFinished(node, TestExecutionResult.failed(new JUnitException(NOT_RUN)));
    }

    @Override
    public void reportingEntryPublished(TestDescriptor node, ReportEntry entry) {
        listener.reportingEntryPublished(node, entry);
    }

    @Override
    public void dynamicTestRegistered(TestDescriptor node) {
        listener.dynamicTestRegistered(node);
    }

    @Override
    public void fileEntryPublished(TestDescriptor node, FileEntry file) {
        listener.fileEntryPublished(node, file);
    }
}
