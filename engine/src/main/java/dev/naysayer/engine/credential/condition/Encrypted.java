package dev.naysayer.engine.credential.condition;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.util.Base64URL;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.jwt.JwtDraft;
import dev.naysayer.engine.credential.jwt.JwtForge;
import dev.naysayer.engine.credential.jwt.Signing;
import dev.naysayer.engine.credential.jwt.TrustedKey;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
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
                    ? parts(good, plain(JWEAlgorithm.RSA_OAEP_256), new RSAEncrypter(rsa))
                    : parts(good, plain(JWEAlgorithm.DIR), new DirectEncrypter(nobodysKey()));
        } catch (JOSEException | GeneralSecurityException e) {
            throw new NotObtainable("this JDK cannot encrypt by AES-GCM", "a JDK that can");
        }
    }

    /** Packed before it is encrypted (RFC 7516 section 4.1.3), for the API's own key: else nobody would unpack it. */
    static JwtDraft inflating(JwtDraft large, JwtForge forge) throws NotObtainable {
        PublicKey key = forge.trustedKey().publicKey();
        try {
            if (key instanceof RSAPublicKey rsa) {
                return parts(large, packed(JWEAlgorithm.RSA_OAEP_256), new RSAEncrypter(rsa));
            }
            if (key instanceof ECPublicKey ec) {
                return parts(large, packed(JWEAlgorithm.ECDH_ES), new ECDHEncrypter(ec));
            }
        } catch (JOSEException e) {
            throw new NotObtainable("this JDK cannot encrypt for the key that the API trusts", "a JDK that can");
        }
        throw new NotObtainable(
                "nothing can be encrypted for the key that the API trusts", "'mint' with an RSA or EC key");
    }

    private static JWEHeader packed(JWEAlgorithm algorithm) {
        return new JWEHeader.Builder(algorithm, EncryptionMethod.A256GCM)
                .compressionAlgorithm(CompressionAlgorithm.DEF)
                .build();
    }

    private static SecretKey nobodysKey() throws GeneralSecurityException {
        KeyGenerator generator = KeyGenerator.getInstance("AES");
        generator.init(256);
        return generator.generateKey();
    }

    private static JWEHeader plain(JWEAlgorithm algorithm) {
        return new JWEHeader.Builder(algorithm, EncryptionMethod.A256GCM).build();
    }

    private static JwtDraft parts(JwtDraft good, JWEHeader header, JWEEncrypter encrypter) throws JOSEException {
        JWEObject jwe = new JWEObject(header, new Payload(good.claimsText()));
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
