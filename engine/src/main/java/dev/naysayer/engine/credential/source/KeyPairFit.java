package dev.naysayer.engine.credential.source;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.stream.Stream;

/** Whether the two halves of a key belong together: with others, every token that it signs is refused, rightly. */
final class KeyPairFit {

    private static final BigInteger TWO = BigInteger.TWO;

    private KeyPairFit() {}

    static boolean fits(Key key, PublicKey publicKey) {
        if (key instanceof RSAPrivateKey mine && publicKey instanceof RSAPublicKey shown) {
            return fits(mine, shown);
        }
        return !(key instanceof PrivateKey mine) || verifies(mine, publicKey);
    }

    /** By arithmetic: a signature is made from the primes where they are given, and would not show that d is wrong. */
    private static boolean fits(RSAPrivateKey mine, RSAPublicKey shown) {
        BigInteger n = shown.getModulus();
        boolean small = Stream.of(mine.getPrivateExponent(), shown.getPublicExponent())
                .allMatch(exponent -> exponent.signum() > 0 && exponent.bitLength() <= n.bitLength());
        if (n.signum() <= 0 || !small) {
            return false;
        }
        boolean primes = !(mine instanceof RSAPrivateCrtKey crt)
                || crt.getPrimeP().multiply(crt.getPrimeQ()).equals(n);
        return primes
                && TWO.modPow(shown.getPublicExponent(), n)
                        .modPow(mine.getPrivateExponent(), n)
                        .equals(TWO);
    }

    private static boolean verifies(PrivateKey mine, PublicKey shown) {
        byte[] trial = "a trial".getBytes(StandardCharsets.UTF_8);
        try {
            Signature signature = Signature.getInstance(mine instanceof ECKey ? "SHA256withECDSA" : "Ed25519");
            signature.initSign(mine);
            signature.update(trial);
            byte[] signed = signature.sign();
            signature.initVerify(shown);
            signature.update(trial);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
