package dev.naysayer.examples.clinic;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathTemplate;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.naysayer.examples.client.StartedTarget;
import java.util.UUID;

/** Patients' records of two clinics on a free loopback port, behind a gateway with a key of its own. */
final class ClinicApi implements StartedTarget.Running {

    static final String ISSUER = "https://login.clinic.example";
    static final String AUDIENCE = "https://clinic.example";

    /** Made for this run, and the only ones that the API trusts. */
    static final ECKey SIGNING_KEY = newKey();

    static final String GATEWAY_KEY = UUID.randomUUID().toString();

    private final WireMockServer server;

    private ClinicApi(WireMockServer server) {
        this.server = server;
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("this JDK cannot make EC keys", e);
        }
    }

    /** Starts the API with one thing wrong, or with none. */
    static ClinicApi start(Flaw flaw) {
        // No journal: it would keep every token that was ever sent.
        WireMockServer server = new WireMockServer(options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .disableRequestJournal()
                .extensions(new Reception(flaw)));
        server.start();
        server.stubFor(get(urlPathEqualTo("/health")).willReturn(needing(Right.NONE, okJson("{\"up\":true}"))));
        server.stubFor(get(urlPathTemplate("/records/{record}"))
                .willReturn(needing(Right.READ_RECORD, okJson("{\"blood\":\"AB\",\"allergies\":[\"penicillin\"]}"))));
        server.stubFor(post(urlPathTemplate("/records/{record}/notes"))
                .willReturn(needing(Right.WRITE_NOTE, okJson("{\"note\":1}").withStatus(201))));
        server.stubFor(get(urlPathEqualTo("/audit")).willReturn(needing(Right.READ_AUDIT, okJson("{\"entries\":[]}"))));
        return new ClinicApi(server);
    }

    private static ResponseDefinitionBuilder needing(Right right, ResponseDefinitionBuilder answer) {
        return answer.withHeader("Cache-Control", "no-store").withTransformerParameter(Reception.RIGHT, right.name());
    }

    @Override
    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
