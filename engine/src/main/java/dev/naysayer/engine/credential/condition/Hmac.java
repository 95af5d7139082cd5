package dev.naysayer.engine.credential.condition;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import dev.naysayer.engine.credential.jwt.Signing;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A signature with a shared secret; Nimbus refuses short ones, so the JDK makes it. */
final class Hmac implements Signing.Forged {

    private final String jdkAlgorithm;
    private final byte[] secret;

    /** @param algorithm one of HS256, HS384 and HS512 */
    Hmac(JWSAlgorithm algorithm, byte[] secret) {
        this.jdkAlgorithm = algorithm.getName().replace("HS", "HmacSHA");
        // The JDK takes no empty key, but keys are filled up with zeros (RFC 2104 section 2): one zero is the same key.
        this.secret = secret.length == 0 ? new byte[1] : secret.clone();
    }

    @Override
    public byte[] sign(byte[] input) throws JOSEException {
        try {
            Mac mac = Mac.getInstance(jdkAlgorithm);
            mac.init(new SecretKeySpec(secret, jdkAlgorithm));
            return mac.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new JOSEException("the JDK has no " + jdkAlgorithm, e);
        }
    }
}
