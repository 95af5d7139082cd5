package dev.naysayer.reports;

import dev.naysayer.dsl.VisibleText;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.mover.Move;
import dev.naysayer.engine.mover.Mover;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.Transcript;
import dev.naysayer.reports.model.RecordedCase;
import dev.naysayer.reports.model.RunDocument;
import dev.naysayer.reports.model.SuiteOrigin;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A run in which all that others may say wants to be more than text. */
public final class HostileRun {

    /** What an API may answer, and what a suite may call itself. */
    public static final List<String> TEXTS = List.of(
            "<script>alert(1)</script>",
            "</script><img src=x onerror=alert(2)>",
            "</textarea></style></title><svg onload=alert(3)>",
            "]]><x>",
            "<!-- --> --><b>bold</b>",
            "\u001b[31mred\u001b]8;;https://evil.example\u001b\\here\u001b]8;;\u001b\\",
            "abc\u202Ecba \u2066x\u2069",
            "half \uD800 and \uDC00 a pair",
            "a | b \\| c",
            "`one` ``two`` ```three```",
            "```\n# heading\n~~~",
            "@octocat and @org/team, see #1 and owner/repo#2",
            "![image](https://evil.example/x.png) [link](https://evil.example) <https://evil.example>",
            "[link](1) {0} [a][b]\n\n[b]: https://evil.example",
            "https://evil.example www.evil.example me@evil.example",
            "::error::injected",
            "x\n::error file=a,line=1::injected\r\n::stop-commands::t\n##[error]x",
            "%0A::error::injected%25",
            "${{ github.token }} $(id) `id`",
            "\"},{\"ruleId\":\"x\"}]}",
            "line one\nline two\u2028line three\u0000",
            " \t ");

    private HostileRun() {}

    /** A case for each text, which stands wherever others have a say. */
    public static RunDocument document() {
        RunDocument plain = RecordedRun.document();
        List<RecordedCase> cases =
                IntStream.range(0, TEXTS.size()).mapToObj(HostileRun::recorded).toList();
        return RecordedRun.document(plain.run(), cases, List.of());
    }

    private static RecordedCase recorded(int number) {
        String text = TEXTS.get(number);
        // A suite that has half a character is not read.
        String name = text.replaceAll("\\p{Cs}", "");
        CaseOutcome outcome = new CaseOutcome(
                "Suite " + name,
                "hostile.auth.yaml",
                number + 1,
                "http://127.0.0.1:8080/" + number,
                "GET /" + name,
                "scenario-" + name,
                text,
                false,
                number % 3 == 2 ? OutcomeKind.INCONCLUSIVE : OutcomeKind.VIOLATION,
                number % 3 == 2 ? VisibleText.reason(text) : null,
                number % 3 == 2 ? List.of() : List.of(finding(number, "MUST", text), finding(number, "SHOULD", text)),
                new Transcript(
                        "GET",
                        "http://127.0.0.1:8080/" + text,
                        List.of(new Header("X-Sent", text)),
                        text,
                        401,
                        List.of(new Header("WWW-Authenticate", text)),
                        text,
                        null,
                        false,
                        false,
                        null),
                number % 3 == 2 ? new Move(Mover.NETWORK, VisibleText.reason(text)) : null,
                null,
                null);
        return new RecordedCase(
                new SuiteOrigin(
                        "place " + number, "/home/me", "Type" + number, null, "src/test/resources/" + name + ".yaml"),
                outcome.withoutTranscript(),
                () -> Stream.ofNullable(outcome.transcript()).toList());
    }

    private static Finding finding(int number, String level, String text) {
        return new Finding(
                "hostile-%s-%d".formatted(level.toLowerCase(Locale.ROOT), number),
                level,
                "rfc6750",
                null,
                "hostile.auth.yaml:1",
                null,
                "Rule " + text,
                "Why " + text,
                "Clients " + text,
                "Fix " + text,
                "violated",
                VisibleText.lines("expected " + text),
                VisibleText.lines("actual " + text),
                null);
    }
}
