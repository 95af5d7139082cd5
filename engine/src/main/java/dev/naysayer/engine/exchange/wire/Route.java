package dev.naysayer.engine.exchange.wire;

import io.restassured.config.SSLConfig;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.ProxySpecification;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.ssl.SSLContextBuilder;
import org.apache.http.conn.ssl.SSLSocketFactory;
import org.apache.http.conn.ssl.X509HostnameVerifier;
import org.apache.http.protocol.BasicHttpContext;
import org.jspecify.annotations.Nullable;

/**
 * The proxy and the TLS settings of a specification, which our last filter has to honour in REST Assured's place.
 *
 * <p>Two routes are equal when one pool of connections can serve both.
 */
@SuppressWarnings("deprecation") // REST Assured's SSLConfig is written in the deprecated types of HttpClient 4.
public record Route(
        @Nullable ProxySpecification proxy,
        @Nullable Object trustStorePath,
        @Nullable String trustStorePassword,
        String trustStoreType,
        @Nullable KeyStore trustStore,
        @Nullable Object keyStorePath,
        @Nullable String keyStorePassword,
        String keyStoreType,
        @Nullable KeyStore keyStore,
        @Nullable X509HostnameVerifier verifier,
        @Nullable SSLSocketFactory legacyFactory) {

    /** Straight to the target, which shows a certificate that the JDK trusts. */
    public static final Route DIRECT = new Route(
            null, null, null, KeyStore.getDefaultType(), null, null, null, KeyStore.getDefaultType(), null, null, null);

    public static Route of(FilterableRequestSpecification specification) {
        SSLConfig ssl = specification.getConfig() == null
                ? new SSLConfig()
                : specification.getConfig().getSSLConfig();
        return new Route(
                specification.getProxySpecification(),
                ssl.getPathToTrustStore(),
                ssl.getTrustStorePassword(),
                ssl.getTrustStoreType(),
                ssl.getTrustStore(),
                ssl.getPathToKeyStore(),
                ssl.getKeyStorePassword(),
                ssl.getKeyStoreType(),
                ssl.getKeyStore(),
                ssl.getX509HostnameVerifier(),
                ssl.getSSLSocketFactory());
    }

    @Nullable
    public HttpHost proxyHost() {
        return proxy == null ? null : new HttpHost(proxy.getScheme(), proxy.getHost(), proxy.getPort());
    }

    public boolean hasProxyPassword() {
        return proxy != null && proxy.getUsername() != null && proxy.getPassword() != null;
    }

    /** The field value with the proxy's password (RFC 7617), or null where there is none. */
    @Nullable
    public String proxyAuthorization() {
        if (proxy == null || !hasProxyPassword()) {
            return null;
        }
        String pair = proxy.getUsername() + ":" + proxy.getPassword();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * How TLS is begun, with whom this route trusts.
     *
     * @throws NotSendable when a store cannot be read
     */
    public TlsSocketStrategy tls() {
        if (legacyFactory != null) {
            return legacyTls(legacyFactory);
        }
        try {
            SSLContext context = context();
            if (verifier == null || verifier == SSLSocketFactory.STRICT_HOSTNAME_VERIFIER) {
                return new DefaultClientTlsStrategy(
                        context, HostnameVerificationPolicy.CLIENT, new DefaultHostnameVerifier());
            }
            return new DefaultClientTlsStrategy(context, HostnameVerificationPolicy.CLIENT, verifier);
        } catch (GeneralSecurityException | IOException e) {
            throw new NotSendable("the RequestSpecification's key store or trust store cannot be used: "
                    + e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    /** The same for connections that are not blocking; null where the handshake runs in the user's own factory. */
    @Nullable
    public TlsStrategy asynchronousTls() {
        return tls() instanceof TlsStrategy strategy ? strategy : null;
    }

    /**
     * Runs the handshake in the user's own factory.
     *
     * <p>Problem: {@code relaxedHTTPSValidation()} leaves nothing behind but such a factory, whose trust cannot be read out.
     * Choice: let it upgrade HttpClient 5's socket itself, so that it means here what it means to REST Assured.
     */
    private static TlsSocketStrategy legacyTls(SSLSocketFactory factory) {
        return (socket, host, port, attachment, context) ->
                (SSLSocket) factory.createLayeredSocket(socket, host, port, new BasicHttpContext());
    }

    private SSLContext context() throws GeneralSecurityException, IOException {
        SSLContextBuilder builder = SSLContextBuilder.create();
        KeyStore trusted = trustStore != null ? trustStore : load(trustStorePath, trustStoreType, trustStorePassword);
        if (trusted != null) {
            builder.loadTrustMaterial(trusted, null);
        }
        KeyStore keys = keyStore != null ? keyStore : load(keyStorePath, keyStoreType, keyStorePassword);
        if (keys != null) {
            builder.loadKeyMaterial(keys, characters(keyStorePassword));
        }
        return builder.build();
    }

    private static @Nullable KeyStore load(@Nullable Object path, String type, @Nullable String password)
            throws GeneralSecurityException, IOException {
        if (path == null || path.toString().isBlank()) {
            return null;
        }
        KeyStore store = KeyStore.getInstance(type);
        try (InputStream in = open(path)) {
            store.load(in, characters(password));
        }
        return store;
    }

    /** REST Assured looks for a String on the class path first, and for a file then. */
    private static InputStream open(Object path) throws IOException {
        if (path instanceof File file) {
            return new FileInputStream(file);
        }
        String name = path.toString();
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        InputStream resource = loader == null ? null : loader.getResourceAsStream(name);
        if (resource == null) {
            resource = SSLConfig.class.getResourceAsStream(name);
        }
        return resource != null ? resource : new FileInputStream(name);
    }

    private static char[] characters(@Nullable String password) {
        return password == null ? new char[0] : password.toCharArray();
    }

    /** Without passwords, which a record would print. */
    @Override
    public String toString() {
        return proxy == null ? "direct" : "through " + proxyHost();
    }
}
