package dev.naysayer.engine.credential.condition;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Protection;
import dev.naysayer.engine.credential.Trait;
import java.util.List;

/** No credential, but a header field in which a proxy would tell the API who asks. */
final class ForgedIdentity {

    /**
     * For {@code CN=forged by nobody}, signed by itself; its key was thrown away. A name that a client may have would look like that
     * client's secret, since a client authenticates by its name and secret in one word of Base64.
     */
    private static final String CERTIFICATE =
            "MIIBTDCB/6ADAgECAhQgV51rhAZ60wFNIooX8PuORZ9K0jAFBgMrZXAwGzEZMBcGA1UEAwwQZm9yZ2VkIGJ5IG5vYm9keTAg"
                    + "Fw0yNjExMjgxODQyMDNaGA8yMTI2MTEwNDE4NDIwM1owGzEZMBcGA1UEAwwQZm9yZ2VkIGJ5IG5vYm9keTAqMAUGAytlcAMh"
                    + "AEVbtijVlGcbqJ17M4nO7KCEf/m253nm1UDBK2HHpcU1o1MwUTAdBgNVHQ4EFgQUzSzD/bL2cXFhJVa9jWBb/MSqdJwwHwYD"
                    + "VR0jBBgwFoAUzSzD/bL2cXFhJVa9jWBb/MSqdJwwDwYDVR0TAQH/BAUwAwEB/zAFBgMrZXADQQAfQKg8E8XSjW/4YXfZ815K"
                    + "L2S3pTPzqskRDj8xincE75eW+kVcYt3cjVCNMI6GpEqDKAiGoU4AUiAgPPDOakQL";

    static final List<CredentialCondition> VARIANTS = List.of(
            forged("forged-x-user-id", "X-User-Id", "1"),
            forged("forged-x-forwarded-user", "X-Forwarded-User", "admin"),
            forged("forged-x-remote-user", "X-Remote-User", "admin"),
            // A byte sequence between colons (RFC 9440 section 2.2).
            forged("forged-client-cert", "Client-Cert", ":" + CERTIFICATE + ":"));

    private ForgedIdentity() {}

    private static Variant forged(String name, String header, String value) {
        return Variant.withoutToken(
                CarriageInfo.of(name, "no credential, and a forged header " + header)
                        .appliesTo(Trait.ANY)
                        .needs()
                        .noCredential()
                        .changes("credential")
                        .because(
                                "What a proxy tells the API anybody can write, unless the proxy takes it away.",
                                Protection::refused),
                good -> Credential.of(List.of(new Credential.Part(header, new Secret(value)))));
    }
}
