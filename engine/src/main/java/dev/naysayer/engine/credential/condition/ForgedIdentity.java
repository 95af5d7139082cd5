package dev.naysayer.engine.credential.condition;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Protection;
import dev.naysayer.engine.credential.Trait;
import java.util.List;

/** No credential, but a header field in which a proxy would tell the API who asks. */
final class ForgedIdentity {

    /** For {@code CN=naysayer}, signed by itself; its key was thrown away. */
    private static final String CERTIFICATE =
            "MIIBPDCB76ADAgECAhQNfGNpVL1P3G8J+Ktcea/YmAObdjAFBgMrZXAwEzERMA8GA1UEAwwIbmF5c2F5ZXIwIBcNMjYxMTI1"
                    + "MDI1NjMzWhgPMjEyNjExMDEwMjU2MzNaMBMxETAPBgNVBAMMCG5heXNheWVyMCowBQYDK2VwAyEATbT0FB0Z4ga1KbOXPBNj"
                    + "coAuA/XnTPrTePYp+mvIzsujUzBRMB0GA1UdDgQWBBQuKJNtpUbbb8LyHc7YxNeMfOEU1TAfBgNVHSMEGDAWgBQuKJNtpUbb"
                    + "b8LyHc7YxNeMfOEU1TAPBgNVHRMBAf8EBTADAQH/MAUGAytlcANBAPF+JRNHXUfM6oDjLE8cFnycGIVTg8hJ5Fo4g0zmrL58"
                    + "fth2H9ezktN8FdSeVRnWPLKcvq8xOf1Jg8s2Rl1GHAg=";

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
