package dev.naysayer.engine.evidence;

import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A part of an answer that is long, deep or strange, to be put in the place of the same part of an ordinary answer.
 *
 * @param name where it stands and what it is, {@code WWW-Authenticate: 'a ' again and again in 'Bearer scope="%s"'}
 * @param field the field that is replaced
 * @param lines the values of its lines
 * @param body the body that goes with it; null where the answer's own stays
 */
public record HostileAnswer(
        String name,
        String field,
        Supplier<List<String>> lines,
        @Nullable Supplier<byte[]> body) {

    /** The answer with this part in it. */
    public Response in(Response ordinary) {
        List<Header> headers = new ArrayList<>(ordinary.headers().stream()
                .filter(header -> !header.name().equalsIgnoreCase(field))
                .toList());
        lines.get().forEach(line -> headers.add(new Header(field, line)));
        return new Response(
                ordinary.status(),
                headers,
                body == null ? ordinary.body() : new Body(body.get(), false),
                ordinary.echoes());
    }

    @Override
    public String toString() {
        return name;
    }
}
