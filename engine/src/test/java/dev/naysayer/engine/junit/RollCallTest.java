package dev.naysayer.engine.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** A tree of one class, one suite and two cases; what is not told of it is told in its place, before the end of what is above it. */
class RollCallTest {

    private final Node engine = new Node(UniqueId.forEngine(AuthContractTestEngine.ID), TestDescriptor.Type.CONTAINER);
    private final Node type = engine.with("class", TestDescriptor.Type.CONTAINER);
    private final Node suite = type.with("suite", TestDescriptor.Type.CONTAINER);
    private final Node first = suite.with("first", TestDescriptor.Type.TEST);
    private final Node second = suite.with("second", TestDescriptor.Type.TEST);

    private final List<String> heard = new ArrayList<>();
    private final RollCall rollCall = new RollCall(new EngineExecutionListener() {
        @Override
        public void executionStarted(TestDescriptor node) {
            heard.add("started " + node.getDisplayName());
        }

        @Override
        public void executionSkipped(TestDescriptor node, String reason) {
            heard.add("skipped " + node.getDisplayName());
        }

        @Override
        public void executionFinished(TestDescriptor node, TestExecutionResult result) {
            heard.add(result.getStatus() + " " + node.getDisplayName()
                    + result.getThrowable()
                            .map(thrown -> ": " + thrown.getMessage())
                            .orElse(""));
        }
    });

    @BeforeEach
    void all_begins() {
        rollCall.executionStarted(engine);
        rollCall.executionStarted(type);
        rollCall.executionStarted(suite);
    }

    @Test
    void nothing_is_added_where_every_test_was_told() {
        passes(first);
        rollCall.executionSkipped(second, "not obtainable");
        ends(suite, type, engine);

        assertThat(heard)
                .containsExactly(
                        "started engine",
                        "started class",
                        "started suite",
                        "started first",
                        "SUCCESSFUL first",
                        "skipped second",
                        "SUCCESSFUL suite",
                        "SUCCESSFUL class",
                        "SUCCESSFUL engine");
    }

    @Test
    void a_test_that_was_planned_and_not_told_is_red_before_its_suite_ends() {
        passes(first);
        ends(suite, type, engine);

        assertThat(heard)
                .containsSubsequence(
                        "SUCCESSFUL first", "started second", "FAILED second: " + RollCall.NOT_RUN, "SUCCESSFUL suite");
    }

    @Test
    void a_suite_that_never_began_is_red_before_its_class_ends() {
        heard.clear();
        ends(type, engine);

        assertThat(heard)
                .containsExactly(
                        "started suite", "FAILED suite: " + RollCall.NOT_RUN, "SUCCESSFUL class", "SUCCESSFUL engine");
    }

    @Test
    void a_suite_that_failed_or_was_skipped_speaks_for_its_tests() {
        heard.clear();
        rollCall.executionFinished(suite, TestExecutionResult.failed(new IllegalStateException("no port")));
        rollCall.executionSkipped(type, "another shard");
        ends(engine);

        assertThat(heard).containsExactly("FAILED suite: no port", "skipped class", "SUCCESSFUL engine");
    }

    private void passes(Node test) {
        rollCall.executionStarted(test);
        rollCall.executionFinished(test, TestExecutionResult.successful());
    }

    private void ends(Node... containers) {
        for (Node container : containers) {
            rollCall.executionFinished(container, TestExecutionResult.successful());
        }
    }

    private static final class Node extends AbstractTestDescriptor {

        private final Type type;

        Node(UniqueId id, Type type) {
            super(id, id.getLastSegment().getType());
            this.type = type;
        }

        Node with(String segment, Type ofChild) {
            Node child = new Node(getUniqueId().append(segment, "it"), ofChild);
            addChild(child);
            return child;
        }

        @Override
        public Type getType() {
            return type;
        }
    }
}
