package dev.naysayer.engine.credential.condition;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.util.Base64URL;
import dev.naysayer.engine.credential.JwtDraft;
import dev.naysayer.engine.credential.JwtForge;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.Signing;
import dev.naysayer.engine.credential.TrustedKey;
import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPublicKey;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;

/** Encrypted tokens, whose five parts (RFC 7516 section 3.1) fill the three of a draft. */
final class Encrypted {

    private Encrypted() {}

    /** For the API's own key where it is known, as anybody could; else for a key that nobody has. */
    static JwtDraft claims(JwtDraft good, JwtForge forge) throws NotObtainable {
        TrustedKey trusted = forge.key();
        try {
            return trusted != null && trusted.publicKey() instanceof RSAPublicKey rsa
                    ? parts(good, JWEAlgorithm.RSA_OAEP_256, new RSAEncrypter(rsa))
                    : parts(good, JWEAlgorithm.DIR, new DirectEncrypter(nobodysKey()));
        } catch (JOSEException | GeneralSecurityException e) {
            throw new NotObtainable("this JDK cannot encrypt by AES-GCM", "a JDK that can");
        }
    }

    private static SecretKey nobodysKey() throws GeneralSecurityException {
        KeyGenerator generator = KeyGenerator.getInstance("AES");
        generator.init(256);
        return generator.generateKey();
    }

    private static JwtDraft parts(JwtDraft good, JWEAlgorithm algorithm, JWEEncrypter encrypter) throws JOSEException {
        JWEObject jwe = new JWEObject(
                new JWEHeader.Builder(algorithm, EncryptionMethod.A256GCM).build(), new Payload(good.claimsText()));
        jwe.encrypt(encrypter);
        return inThree(good, jwe.serialize().split("\\.", -1));
    }

    /** The encoded parts of a JWE in the place of a draft's segments. */
    static JwtDraft inThree(JwtDraft good, String... five) {
        String first = String.join(".", five[0], five[1], five[2]);
        byte[] tag = new Base64URL(five[4]).decode();
        return new JwtDraft(good.header(), good.claims(), new Base64URL(first), new Base64URL(five[3]), (Signing.Forged)
                input -> tag.clone());
    }
}
