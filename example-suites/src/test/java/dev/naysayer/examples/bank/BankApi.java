package dev.naysayer.examples.bank;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The Bank API on a free loopback port. */
final class BankApi implements AutoCloseable {

    /** Made for this run, and the only one that the API trusts. */
    static final ECKey SIGNING_KEY = newKey();

    private final ConfigurableApplicationContext context;
    private final AtomicReference<Way> way = new AtomicReference<>(Way.TELLS_ALL);

    private BankApi() {
        this.context = new SpringApplicationBuilder(Bank.class)
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .initializers(
                        (GenericApplicationContext it) -> it.registerBean("way", AtomicReference.class, () -> way))
                .run("--server.address=127.0.0.1", "--server.port=0");
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("this JDK cannot make EC keys", e);
        }
    }

    static BankApi start() {
        return new BankApi();
    }

    /** From now on it asks in this way. */
    void ask(Way other) {
        way.set(other);
    }

    String url() {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    @Override
    public void close() {
        context.close();
    }
}
