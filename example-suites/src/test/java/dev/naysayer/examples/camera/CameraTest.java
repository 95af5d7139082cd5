package dev.naysayer.examples.camera;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.junit.AuthContract;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.examples.client.Findings;
import dev.naysayer.examples.client.SuiteLauncher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.catalina.LifecycleException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tomcat's Digest, which knows RFC 7616: by default, with the weaker algorithm first, and with the suite of the documentation. */
@Timeout(120)
class CameraTest {

    private static final Duration NONCE_VALIDITY = Duration.ofSeconds(2);

    /** Of Tomcat's error page and of what it leaves to the application, whatever the scheme. */
    private static final List<String> OF_ITS_PAGES = List.of(
            "comparison: json-for-json-client, advice",
            "comparison: no-store, security advice",
            "comparison: nosniff, security advice",
            "comparison: no-product-version, advice");

    /** Tomcat 11 has no setting for any of these. */
    private static final List<String> OF_ITS_DIGEST = List.of(
            // It looks for "Digest" and no other spelling: MUST, RFC 9110 section 11.1.
            "scheme-lower-case: scheme-case-ignored, MUST",
            // It reads username, and passes over username*: MUST, RFC 7616 section 3.4.
            "digest-two-user-names: digest-user-named-once, MUST",
            // It refuses another uri by 401, where RFC 7616 section 3.4.6 asks for 400.
            "digest-other-uri: status-fits-condition, SHOULD",
            // "userhash is not supported by this implementation", says its source.
            "comparison: digest-userhash-offered, SHOULD",
            // Of two Authorization lines the first counts.
            "repeated-header: doubtful-refused, security advice");

    /** What got through may be kept by caches that do not know that it is for one user. */
    private static final List<String> OF_WHAT_GOT_THROUGH = List.of(
            "header-lower-case: vary-names-credential, advice",
            "repeated-header: vary-names-credential, advice",
            "digest-second-request: vary-names-credential, advice",
            "digest-nc-skipped: vary-names-credential, advice");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @AuthContract(value = "camera.auth.yaml", target = CameraTarget.class)
    static final class Documented {}

    @AuthContract(value = "camera-all.auth.yaml", target = CameraTarget.class)
    static final class All {}

    @Test
    void by_default_two_musts_are_broken() throws Exception {
        SuiteLauncher.Run run = run(All.class, "SHA-256,MD5");

        assertDanced(run);
        assertThat(Findings.each(run)).containsExactlyInAnyOrderElementsOf(joined(List.of(OF_ITS_DIGEST)));
    }

    @Test
    void the_weaker_algorithm_first_is_told() throws Exception {
        SuiteLauncher.Run run = run(All.class, "MD5,SHA-256");

        assertDanced(run);
        assertThat(Findings.each(run))
                .containsExactlyInAnyOrderElementsOf(
                        joined(List.of(OF_ITS_DIGEST, List.of("comparison: digest-weakest-last, SHOULD"))));
    }

    @Test
    void the_suite_of_the_documentation_finds_no_must() throws Exception {
        SuiteLauncher.Run run = run(Documented.class, "SHA-256");

        assertDanced(run);
        assertThat(run.outcomes())
                .allMatch(it -> it.kind() == OutcomeKind.CONFORMING || it.kind() == OutcomeKind.WARNING);
        assertThat(Findings.each(run))
                .filteredOn(it -> it.endsWith("SHOULD"))
                .containsExactlyInAnyOrder(
                        "digest-other-uri: status-fits-condition, SHOULD",
                        "comparison: digest-userhash-offered, SHOULD");
    }

    /** What is run here is what the document shows, but for where it is and how long a nonce holds. */
    @Test
    void the_suite_is_the_one_of_the_document() throws IOException {
        String shown = Files.readString(Path.of("../docs/schemes.md"))
                .split("\n## `digest`\n", 2)[1]
                .split("```yaml\n", 2)[1]
                .split("```", 2)[0];
        String run = Files.readString(Path.of("src/test/resources/dev/naysayer/examples/camera/camera.auth.yaml"));

        assertThat(shown.lines().count()).isLessThan(30);
        assertThat(run)
                .isEqualTo(shown.replaceAll("target: .*\n", "").replace("nonce-lifetime: 60", "nonce-lifetime: 2"));
    }

    private static List<String> joined(List<List<String>> some) {
        return Stream.concat(Stream.of(OF_ITS_PAGES, OF_WHAT_GOT_THROUGH), some.stream())
                .flatMap(List::stream)
                .toList();
    }

    /** The good credential got through before and after, the first time in answer to the challenge that came just then. */
    private static void assertDanced(SuiteLauncher.Run run) {
        assertThat(run.outcomes())
                .filteredOn(CaseOutcome::control)
                .hasSize(2)
                .allMatch(it -> it.kind() == OutcomeKind.CONFORMING)
                .first()
                .extracting(it -> Objects.requireNonNull(it.transcript()).note())
                .asString()
                .startsWith("answers the challenge that came before: 401, Digest realm=\"pictures\"");
    }

    private SuiteLauncher.Run run(Class<?> contract, String algorithms) throws LifecycleException {
        try (Camera camera = Camera.start(folder, algorithms, NONCE_VALIDITY)) {
            return SuiteLauncher.run(contract, Map.of("naysayer.target", camera.url()));
        }
    }
}
