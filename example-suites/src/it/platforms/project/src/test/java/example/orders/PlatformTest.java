package example.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestEngine;

/** A test of the module's own; it writes down what it really ran on, which is not always what a pom says. */
class PlatformTest {

    @Test
    void is_told_what_it_runs_on() throws IOException {
        String jupiter = Test.class.getPackage().getImplementationVersion();
        String platform = TestEngine.class.getPackage().getImplementationVersion();

        Files.writeString(Files.createDirectories(Path.of("target")).resolve("junit-version.txt"), jupiter);
        assertEquals(jupiter.replaceFirst("^5\\.", "1."), platform);
    }
}
