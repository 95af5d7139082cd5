package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.Credential.RequestLine;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Presentation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** User name and password stand in the URL of the request line. */
final class UserinfoInUrl {

    static final List<CredentialCondition> VARIANTS = List.of(Variant.of(
            BasicInfo.of("userinfo-in-url", "user name and password in the request's URL only")
                    .noCredential()
                    .acceptedOrRefused(401, 400)
                    .brokenMessage()
                    .changes("place")
                    .because(
                            "URLs end up in logs and histories, so a password there counts for nothing.",
                            securityAdvice(rfc(9110, "4.2.4"))),
            Pair::checked,
            UserinfoInUrl::inUrl));

    private UserinfoInUrl() {}

    /** Without a host, which only the exchange knows: it adds that of the API. */
    private static Credential inUrl(Presentation good) {
        String userinfo = userinfo(Pair.shown(good));
        RequestLine line = new RequestLine(null, target -> "http://" + userinfo + "@" + target);
        return good.withSecrets(Credential.NONE).withLine(line).withSecret(new Secret(userinfo));
    }

    private static String userinfo(Pair pair) {
        return encoded(pair.user()) + ":" + encoded(pair.password());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
