package dev.naysayer.examples.endpoints;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What users allowed a client, by code or by refresh token: all servers of the examples share it. */
final class Grants {

    static final String REDIRECT_URI = "https://client.example/callback";
    static final String VERIFIER = UUID.randomUUID().toString() + UUID.randomUUID();

    /** Codes that were given out. */
    private static final Map<String, Code> CODES = new ConcurrentHashMap<>();

    private static final Map<String, String> REFRESH_TOKENS = new ConcurrentHashMap<>();

    /** @param challenge what it was asked for with (RFC 7636); empty where nothing was */
    private record Code(String client, String challenge) {}

    private Grants() {}

    /** A code for a client, as a user's browser would bring it. */
    static String code(String client, boolean challenged) {
        String code = "code " + UUID.randomUUID() + "&";
        CODES.put(code, new Code(client, challenged ? challenge(VERIFIER) : ""));
        return code;
    }

    /** A refresh token of the first client. */
    static String refreshToken() {
        String token = UUID.randomUUID().toString();
        REFRESH_TOKENS.put(token, AuthServer.CLIENT);
        return token;
    }

    /** Whether this client gets a token for the code (RFC 6749 section 4.1.3); the code is used up then. */
    static boolean redeems(String client, Ask ask, Flaw flaw) {
        String text = String.valueOf(ask.text("code"));
        Code code = CODES.get(text);
        if (code == null) {
            return flaw == Flaw.MADE_UP_CODE_TAKEN;
        }
        if (flaw != Flaw.CODE_TAKEN_TWICE) {
            CODES.remove(text);
        }
        boolean its = client.equals(code.client()) || (client.isEmpty() && flaw == Flaw.APP_NEED_NOT_SAY_ITS_NAME);
        return (its || flaw == Flaw.CODE_OF_OTHER_CLIENT_TAKEN)
                && (REDIRECT_URI.equals(ask.text("redirect_uri")) || flaw == Flaw.REDIRECT_URI_NOT_COMPARED)
                && isVerified(code.challenge(), ask.text("code_verifier"), flaw);
    }

    private static boolean isVerified(String challenge, @Nullable String verifier, Flaw flaw) {
        if (challenge.isEmpty()) {
            return verifier == null || flaw == Flaw.NEEDLESS_VERIFIER_TAKEN;
        }
        return verifier == null
                ? flaw == Flaw.VERIFIER_NOT_ASKED_FOR
                : flaw == Flaw.VERIFIER_NOT_COMPARED || challenge(verifier).equals(challenge);
    }

    /** Whether this client gets a token for the refresh token (RFC 6749 section 6), which is another one each time. */
    static boolean refreshes(String client, Ask ask, Flaw flaw) {
        String token = String.valueOf(ask.text("refresh_token"));
        String owner = REFRESH_TOKENS.get(token);
        boolean its = client.equals(owner) || (owner != null && flaw == Flaw.REFRESH_TOKEN_OF_OTHER_CLIENT_TAKEN);
        return its && (flaw == Flaw.FREE || REFRESH_TOKENS.remove(token) != null);
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
