package dev.naysayer.engine.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.OutputDirectoryCreator;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.engine.support.store.NamespacedHierarchicalStore;

class PlatformRequestTest {

    private final CancellationToken token = CancellationToken.create();
    private final ExecutionRequest request = ExecutionRequest.create(
            new EngineNode(UniqueId.forEngine("auth-contract")),
            EngineExecutionListener.NOOP,
            new SettingTest.Parameters(Map.of()),
            new Output(),
            new NamespacedHierarchicalStore<Namespace>(null),
            token);

    @Test
    void all_that_the_newest_platform_put_into_a_request_is_handed_on_but_its_listener() {
        EngineExecutionListener listener = new EngineExecutionListener() {};

        ExecutionRequest told = PlatformRequest.toldTo(listener, request);

        assertThat(told.getEngineExecutionListener()).isSameAs(listener);
        assertThat(told.getRootTestDescriptor()).isSameAs(request.getRootTestDescriptor());
        assertThat(told.getConfigurationParameters()).isSameAs(request.getConfigurationParameters());
        assertThat(told.getOutputDirectoryCreator()).isSameAs(request.getOutputDirectoryCreator());
        assertThat(told.getStore()).isSameAs(request.getStore());
        assertThat(told.getCancellationToken()).isSameAs(token);
    }

    @Test
    void a_token_that_is_used_cancels() {
        assertThat(PlatformRequest.cancelled(request).getAsBoolean()).isFalse();

        token.cancel();

        assertThat(PlatformRequest.cancelled(request).getAsBoolean()).isTrue();
    }

    /** Of which nothing is asked. */
    private static final class Output implements OutputDirectoryCreator {

        @Override
        public Path getRootDirectory() {
            return Path.of("");
        }

        @Override
        public Path createOutputDirectory(TestDescriptor descriptor) {
            return Path.of("");
        }
    }
}
