package dev.naysayer.engine.rule.answer;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.Request;
import dev.naysayer.engine.exchange.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Refusals that give nothing away, each below a line with its title: {@code harmless.answers}. */
record HarmlessAnswers(String title, Evidence evidence) {

    static Stream<HarmlessAnswers> all() throws IOException {
        try (InputStream in = HarmlessAnswers.class.getResourceAsStream("/dev/naysayer/engine/rule/harmless.answers")) {
            String file = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(file.split("(?m)^### ", -1)).skip(1).map(HarmlessAnswers::read);
        }
    }

    private static HarmlessAnswers read(String block) {
        List<String> lines = block.strip().lines().toList();
        int end = lines.contains("") ? lines.indexOf("") : lines.size();
        String body = String.join("\n", lines.subList(Math.min(end + 1, lines.size()), lines.size()));
        Response response = new Response(
                Integer.parseInt(lines.get(1).substring("HTTP/1.1 ".length())),
                lines.subList(2, end).stream().map(HarmlessAnswers::header).toList(),
                new Body(body.getBytes(StandardCharsets.UTF_8), false),
                List.of());
        Request request = new Request("GET", "https://api.example/orders/1001", List.of(), null);
        return new HarmlessAnswers(lines.get(0), Evidence.of(request, response));
    }

    private static Header header(String line) {
        String[] field = line.split(":", 2);
        return new Header(field[0], field[1].strip());
    }

    @Override
    public String toString() {
        return title;
    }
}
