package dev.naysayer.engine.credential.condition;

import com.nimbusds.jose.JOSEException;
import dev.naysayer.engine.credential.Signing;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A signature by HS256 with a secret that anybody knows; Nimbus refuses short ones, so the JDK makes it. */
final class Hmac implements Signing.Forged {

    private static final String SHA_256 = "HmacSHA256";

    private final byte[] secret;

    Hmac(byte[] secret) {
        // The JDK takes no empty key, but keys are filled up with zeros (RFC 2104 section 2): one zero is the same key.
        this.secret = secret.length == 0 ? new byte[1] : secret.clone();
    }

    @Override
    public byte[] sign(byte[] input) throws JOSEException {
        try {
            Mac mac = Mac.getInstance(SHA_256);
            mac.init(new SecretKeySpec(secret, SHA_256));
            return mac.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new JOSEException("the JDK has no " + SHA_256, e);
        }
    }
}
