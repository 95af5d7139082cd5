package dev.naysayer.engine.run;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.IssuerHttp;
import dev.naysayer.engine.mover.Mover;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** Through which the token sources of a suite speak: who examines the suite counts here, and lets no more through. */
final class IssuerDoor implements IssuerHttp {

    /** What a source is told that would have to ask for a token. */
    static final String SHUT = "no more tokens are asked for";

    private final IssuerHttp http;
    private final AtomicInteger sent = new AtomicInteger();
    private volatile BiConsumer<URI, Instant> dates = (uri, date) -> {};
    private volatile boolean shut;

    IssuerDoor(IssuerHttp http) {
        this.http = http;
    }

    /** @param heard is told when a server says it has answered, as soon as it has */
    void listen(BiConsumer<URI, Instant> heard) {
        dates = heard;
    }

    /** From now on only documents are read. */
    void shut() {
        shut = true;
    }

    int sent() {
        return sent.get();
    }

    @Override
    public Answer get(URI uri) throws IOException {
        sent.incrementAndGet();
        return told(uri, http.send(new Request("GET", uri, Map.of(), null))).answer();
    }

    @Override
    public Answer post(URI uri, Map<String, Secret> form, Map<String, Secret> headers) throws IOException {
        requireOpen();
        sent.incrementAndGet();
        return http.post(uri, form, headers);
    }

    @Override
    public Received send(Request request) throws IOException {
        requireOpen();
        sent.incrementAndGet();
        return told(request.uri(), http.send(request));
    }

    private void requireOpen() throws IOException {
        if (shut) {
            throw new Unanswered(SHUT, Mover.SUITE);
        }
    }

    private Received told(URI uri, Received received) {
        received.fields("Date").stream()
                .findFirst()
                .flatMap(ClockSkew::instant)
                .ifPresent(date -> dates.accept(uri, date));
        return received;
    }
}
