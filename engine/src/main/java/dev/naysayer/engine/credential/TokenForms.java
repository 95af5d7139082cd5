package dev.naysayer.engine.credential;

import com.nimbusds.jose.util.Base64URL;
import dev.naysayer.dsl.Secret;

/** What may become of a token's text after it was issued; works on any token, whoever made it. */
final class TokenForms {

    private TokenForms() {}

    static Secret apply(Blueprint.Form form, Secret token) {
        return switch (form) {
            case INTACT -> token;
            case SIGNATURE_BROKEN -> new Secret(withFlippedSignatureBit(token.reveal()));
            case NOT_A_JWT -> new Secret(token.reveal().replace('.', '-'));
        };
    }

    /** In the decoded bytes: the last character's spare bits may not matter, so a change there could change nothing. */
    private static String withFlippedSignatureBit(String jwt) {
        int signatureAt = jwt.lastIndexOf('.') + 1;
        byte[] signature = new Base64URL(jwt.substring(signatureAt)).decode();
        signature[signature.length / 2] ^= 1;
        return jwt.substring(0, signatureAt) + Base64URL.encode(signature);
    }
}
