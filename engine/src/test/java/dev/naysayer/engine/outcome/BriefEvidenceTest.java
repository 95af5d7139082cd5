package dev.naysayer.engine.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.exchange.Header;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of a case that conforms there is kept what anybody reads, and the rest is counted; of all others all of it. */
class BriefEvidenceTest {

    private static final Transcript WHOLE = new Transcript(
            "POST",
            "http://127.0.0.1:8080/orders",
            List.of(
                    new Header("Host", "127.0.0.1:8080"),
                    new Header("Authorization", "Bearer ***redacted***"),
                    new Header("Content-Type", "application/json")),
            "{\"item\":1}",
            401,
            List.of(
                    new Header("Date", "Mon"),
                    new Header("www-authenticate", "Bearer realm=\"ä\""),
                    new Header("Location", "/" + "x".repeat(400))),
            "{\"title\":\"Ünauthorized\"}",
            null,
            false,
            false,
            "sent twice");

    @Test
    void what_presented_the_credential_and_what_refused_it_is_kept() {
        Transcript brief =
                Objects.requireNonNull(outcome(OutcomeKind.CONFORMING).brief().transcript());

        assertThat(brief.requestHeaders()).containsExactly(new Header("Authorization", "Bearer ***redacted***"));
        assertThat(brief.responseHeaders()).extracting(Header::name).containsExactly("www-authenticate", "Location");
        assertThat(brief.responseHeaders().get(1).value()).hasSizeLessThan(330).endsWith("… (401 characters)");
        assertThat(brief.requestBody()).isNull();
        assertThat(brief.responseBody()).isNull();
        assertThat(brief)
                .returns(WHOLE.method(), Transcript::method)
                .returns(WHOLE.uri(), Transcript::uri)
                .returns(WHOLE.status(), Transcript::status)
                .returns(WHOLE.note(), Transcript::note);
    }

    @Test
    void the_rest_is_counted_in_bytes() {
        Transcript brief =
                Objects.requireNonNull(outcome(OutcomeKind.CONFORMING).brief().transcript());

        int lines = "Host: 127.0.0.1:8080\r\nContent-Type: application/json\r\nDate: Mon\r\n".length();
        int bodies = "{\"item\":1}".length() + "{\"title\":\"Unauthorized\"}".length() + 1;
        int beginning = brief.responseHeaders().get(1).value().getBytes(StandardCharsets.UTF_8).length;
        assertThat(brief.notKept()).isEqualTo(lines + bodies + 401 - beginning);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CONFORMING")
    void all_else_is_kept_whole(OutcomeKind kind) {
        assertThat(outcome(kind).brief()).isEqualTo(outcome(kind));
    }

    @Test
    void so_it_is_with_the_probes_of_a_comparison() {
        assertThat(comparison(OutcomeKind.CONFORMING).brief().probes()).allMatch(it -> it.notKept() > 0);
        assertThat(comparison(OutcomeKind.WARNING).brief()).isEqualTo(comparison(OutcomeKind.WARNING));
    }

    private static CaseOutcome outcome(OutcomeKind kind) {
        return new CaseOutcome(
                "S", "s.auth.yaml", 1, null, "POST /orders", "no-token", "m", false, kind, null, List.of(), WHOLE);
    }

    private static ComparisonOutcome comparison(OutcomeKind kind) {
        Finding finding = new Finding(
                "again", "MUST", "rfc6750", null, "RFC 1", null, "s", null, null, null, "passed", null, null, null);
        return new ComparisonOutcome("S", "s.auth.yaml", 1, null, "again", kind, finding, List.of(WHOLE));
    }
}
