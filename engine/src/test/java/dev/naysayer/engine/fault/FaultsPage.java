package dev.naysayer.engine.fault;

import dev.naysayer.engine.fault.FaultRun.Cell;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page of faults, from what a run made of them. */
final class FaultsPage {

    private static final String HEAD = """
            # Faults on the wire

            What is made of it when something goes wrong between a request and its answer, and in which part of a run: the control, a
            case on a pooled connection, a case on one of its own, the token endpoint, the issuer's metadata, its key document, and a
            probe. Nothing is green and nothing is the API's
            fault where no answer came. Where one came, however odd, the status that was judged stands beside the verdict.

            This page is written by `FaultMatrixTest`, which plays every fault against every part. `WireFault` lists them;
            [CONTRIBUTING.md](../CONTRIBUTING.md#add-a-fault) says how to add one.

            """;

    private static final String OVER_HTTP_2 = """

            ## Over HTTP/2

            HTTP/2 is optional, so an API that says it does not speak it, or closes in order at the preface, is not judged. One that
            says nothing, or what nobody understands, has not said so.

            """;

    /** Whether the end of a connection or its reset is seen first is chance. */
    private static final Pattern END = Pattern.compile("broke the connection off: [A-Z][a-z ]+");

    private FaultsPage() {}

    static String text(Map<WireFault, Map<Phase, Cell>> matrix, Map<Http2Fault, Cell> overHttp2) {
        StringBuilder text = new StringBuilder(HEAD);
        List<Phase> phases = Phase.OVER_HTTP_1;
        text.append(row("the server …", phases.stream().map(Phase::title).collect(Collectors.joining(" | "))));
        text.append("|---|").append("---|".repeat(phases.size())).append('\n');
        matrix.forEach((fault, cells) -> text.append(row(
                fault.words(),
                phases.stream().map(phase -> kind(cells.get(phase))).collect(Collectors.joining(" | ")))));
        text.append(
                "\n## What is said\n\nOf a case, and of the token endpoint. `http://server` stands for the server.\n\n");
        text.append(row("the server …", "of a case | of the token endpoint")).append("|---|---|---|\n");
        matrix.forEach((fault, cells) ->
                text.append(row(fault.words(), said(cells.get(Phase.CASE)) + " | " + said(cells.get(Phase.TOKEN)))));
        text.append(OVER_HTTP_2);
        text.append(row("the server …", "a case over HTTP/2 | what is said")).append("|---|---|---|\n");
        overHttp2.forEach((fault, cell) -> text.append(row(fault.words(), kind(cell) + " | " + said(cell))));
        return text.toString();
    }

    private static String row(String first, String others) {
        return "| " + first + " | " + others + " |\n";
    }

    private static String kind(Cell cell) {
        String words = cell.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return cell.status() == null ? words : words + ", " + cell.status();
    }

    private static String said(Cell cell) {
        String note = cell.note() == null ? "" : " (" + cell.note() + ")";
        String reason = END.matcher(cell.reason()).replaceAll("closed the connection without an answer");
        return (reason.isEmpty() ? "nothing" : reason.replace("|", "\\|")) + note;
    }
}
