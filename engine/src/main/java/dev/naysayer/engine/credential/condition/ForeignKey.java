package dev.naysayer.engine.credential.condition;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import dev.naysayer.engine.credential.jwt.Signing;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Map;

/**
 * A key that no API trusts.
 *
 * @param pair its halves
 * @param algorithm what it signs by
 */
record ForeignKey(KeyPair pair, JWSAlgorithm algorithm) implements Signing.Forged {

    private static final int ED25519_BYTES = 32;

    @Override
    public byte[] sign(byte[] input) throws JOSEException {
        JWSHeader header = new JWSHeader(algorithm);
        if (pair.getPrivate() instanceof RSAPrivateKey rsa) {
            return new RSASSASigner(rsa).sign(header, input).decode();
        }
        if (pair.getPrivate() instanceof ECPrivateKey ec) {
            return new ECDSASigner(ec).sign(header, input).decode();
        }
        return signed("Ed25519", input);
    }

    /** Its public half as a JWK's members (RFC 7517). */
    Map<String, Object> jwk() {
        return publicKey().toJSONObject();
    }

    /** The public half's SHA-256 thumbprint (RFC 7638). */
    String thumbprint() throws JOSEException {
        return publicKey().computeThumbprint().toString();
    }

    private JWK publicKey() {
        if (pair.getPublic() instanceof RSAPublicKey rsa) {
            return new RSAKey.Builder(rsa).build();
        }
        if (pair.getPublic() instanceof ECPublicKey ec) {
            return new ECKey.Builder(Curve.forECParameterSpec(ec.getParams()), ec).build();
        }
        // The key itself ends its X.509 form (RFC 8410 section 4).
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] x = Arrays.copyOfRange(encoded, encoded.length - ED25519_BYTES, encoded.length);
        return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(x)).build();
    }

    /** A signature in the form that certificates have (RFC 5280 section 4.1.1.3). */
    byte[] signed(String jdkAlgorithm, byte[] input) throws JOSEException {
        try {
            Signature signature = Signature.getInstance(jdkAlgorithm);
            signature.initSign(pair.getPrivate());
            signature.update(input);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new JOSEException("the JDK does not sign by " + jdkAlgorithm, e);
        }
    }
}
