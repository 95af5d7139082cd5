package dev.naysayer.engine.spring;

import com.nimbusds.jose.jwk.JWK;
import dev.naysayer.engine.credential.EmbeddedIssuer;
import dev.naysayer.engine.credential.source.LocalIssuer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The tests' own issuer, one for the whole process and started when it is asked for.
 *
 * <p>Problem: Spring keeps a context until the process ends and gives it to each class that wants the same, so it has to trust the
 * same issuer. Choice: this one ends with the process too, which its threads do not keep.
 */
final class SharedIssuer implements EmbeddedIssuer {

    private static @Nullable SharedIssuer only;

    private final LocalIssuer issuer;

    private SharedIssuer(LocalIssuer issuer) {
        this.issuer = issuer;
    }

    /** @throws IOException if no port can be opened */
    static synchronized SharedIssuer started() throws IOException {
        SharedIssuer started = only;
        if (started == null) {
            started = new SharedIssuer(LocalIssuer.start());
            only = started;
        }
        return started;
    }

    @Override
    public String url() {
        return issuer.url();
    }

    @Override
    public JWK key() {
        return issuer.key();
    }

    /** Nothing: contexts that trust it may be asked again. */
    @Override
    public void close() {}
}
