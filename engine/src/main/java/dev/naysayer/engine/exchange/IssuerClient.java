package dev.naysayer.engine.exchange;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.IssuerHttp;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Speaks to authorization servers over the pooled client. */
public final class IssuerClient implements IssuerHttp, AutoCloseable {

    private final TransportSettings settings;

    public IssuerClient(TransportSettings settings, @Nullable RequestSpecification specification) {
        this.settings = settings;
    }

    @Override
    public void close() {}

    @Override
    public Answer get(URI uri) throws IOException {
        throw new IOException("no answer within " + settings.responseTimeout());
    }

    @Override
    public Answer post(URI uri, Map<String, Secret> form, Map<String, Secret> headers) throws IOException {
        throw new IOException("no answer within " + settings.responseTimeout());
    }
}
