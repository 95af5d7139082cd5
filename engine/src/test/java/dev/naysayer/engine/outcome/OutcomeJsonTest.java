package dev.naysayer.engine.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.naysayer.engine.exchange.Header;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class OutcomeJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "say \"no\" and 'never'",
                "back\\slash / slash",
                "line\nfeed\r\n\ttab",
                "\u0000\u0001\u0008\u001b[31m\u007f\u0085",
                "emoji \uD83D\uDE45 and \u202E right to left \u05D0",
                "</script><script>alert(1)</script>",
                "]]> <![CDATA[ <!-- -->",
                "\uD800 alone",
                "",
            })
    void hostile_text_comes_back_unchanged_and_travels_as_printable_ascii(String text) {
        CaseOutcome outcome = outcomeSaying(text);

        String json = OutcomeJson.write(outcome);

        assertThat(OutcomeJson.read(json)).isEqualTo(outcome);
        assertThat(json).matches("[\\x20-\\x7f]*");
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_comes_back(OutcomeKind kind) {
        CaseOutcome outcome = silent(kind);

        assertThat(OutcomeJson.read(OutcomeJson.write(outcome))).isEqualTo(outcome);
    }

    @Test
    void members_stand_in_the_order_of_the_record() {
        assertThat(OutcomeJson.write(silent(OutcomeKind.CONFORMING)))
                .isEqualTo("{\"suite\":\"Orders API\",\"file\":\"orders.auth.yaml\",\"line\":7,\"target\":null,"
                        + "\"operation\":\"GET /orders\",\"scenario\":\"no-token\",\"meaning\":\"no credential\","
                        + "\"control\":false,\"kind\":\"CONFORMING\",\"reason\":null,\"findings\":[],"
                        + "\"transcript\":null}");
    }

    @Test
    void a_member_that_is_unknown_missing_or_repeated_is_an_error() {
        String json = OutcomeJson.write(silent(OutcomeKind.CONFORMING));

        assertThatThrownBy(() -> OutcomeJson.read(json.replace("\"suite\"", "\"suit\"")))
                .isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> OutcomeJson.read(json.replace("\"reason\":null,", "")))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("reason");
        assertThatThrownBy(() -> OutcomeJson.read(json.replace("\"line\":7", "\"line\":7,\"line\":8")))
                .isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> OutcomeJson.read(json + "{}")).isInstanceOf(JacksonException.class);
    }

    @Test
    void a_document_comes_back() {
        var document = OutcomeDocument.of(
                "Naysayer 1.0.0",
                Instant.parse("2026-01-02T03:04:05Z"),
                List.of(outcomeSaying("\"</script>\" 🙅")),
                List.of());

        assertThat(OutcomeDocument.read(document.write())).isEqualTo(document);
        assertThat(document.write()).contains("\"finished\" : \"2026-01-02T03:04:05Z\"");
    }

    @Test
    void a_document_of_another_form_is_refused_with_what_to_do() {
        String json = OutcomeDocument.of("Naysayer 9", Instant.EPOCH, List.of(), List.of())
                .write();

        assertThatThrownBy(() -> OutcomeDocument.read(json.replace("\"schemaVersion\" : 1", "\"schemaVersion\" : 2")))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("use the version that wrote it");
    }

    private static CaseOutcome silent(OutcomeKind kind) {
        return new CaseOutcome(
                "Orders API",
                "orders.auth.yaml",
                7,
                null,
                "GET /orders",
                "no-token",
                "no credential",
                false,
                kind,
                null,
                List.of(),
                null);
    }

    private static CaseOutcome outcomeSaying(String text) {
        var finding =
                new Finding(text, text, text, text, text, text, text, text, text, text, "violated", text, text, null);
        var transcript = new Transcript(
                text,
                text,
                List.of(new Header(text, text)),
                text,
                401,
                List.of(new Header(text, text)),
                text,
                text,
                true,
                true);
        return new CaseOutcome(
                text,
                text,
                7,
                text,
                text,
                text,
                text,
                false,
                OutcomeKind.VIOLATION,
                text,
                List.of(finding),
                transcript);
    }
}
