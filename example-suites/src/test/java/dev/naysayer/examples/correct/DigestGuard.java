package dev.naysayer.examples.correct;

import com.github.tomakehurst.wiremock.http.Request;
import dev.naysayer.examples.liberty.Liberty;
import dev.naysayer.examples.orders.AuthorizationField;
import dev.naysayer.examples.orders.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lets in who shows by an answer that the password is known (RFC 7616); written without the client that it is tried with. */
final class DigestGuard implements Guard {

    private static final Pattern PARAM =
            Pattern.compile("\\G[ ,]*([A-Za-z*]+)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\",\\s]+))");
    private static final int LONGEST = 8 * 1_024;
    private static final String REALM = "stock";
    private static final long SECONDS = 1_000_000_000L;

    /** When it was given, and the highest count that was seen. */
    private record Nonce(long givenAt, long count) {}

    private final String user;
    private final String password;
    private final Set<Liberty> liberties;
    private final Lenience lenience;
    private final long lifetime;
    private final String opaque = UUID.randomUUID().toString();
    private final Map<String, Nonce> nonces = new ConcurrentHashMap<>();

    /** What one API does and another does not; both are right. */
    enum Lenience {
        /** Everything is looked at. */
        STRICT,
        /** What no standard asks a server to look at is not looked at, and MD5 is offered behind SHA-256. */
        LENIENT,
        /** A nonce counts once. */
        ONE_TIME,
        /** The body is protected as well, in a session. */
        INTEGRITY
    }

    DigestGuard(String user, String password, Set<Liberty> liberties, Lenience lenience, int lifetime) {
        this.user = user;
        this.password = password;
        this.liberties = liberties;
        this.lenience = lenience;
        this.lifetime = lifetime * SECONDS;
    }

    @Override
    public Optional<Refusal> refuse(Request request) {
        AuthorizationField field = AuthorizationField.of(request, liberties);
        if (field.repeated()) {
            return Optional.of(new Refused("").repeated());
        }
        if (field.value().length() > LONGEST) {
            return Optional.of(new Refused("").tooLarge());
        }
        if (!field.scheme().equalsIgnoreCase("Digest")) {
            return unauthorized(false);
        }
        return field.credential()
                .flatMap(DigestGuard::params)
                .map(params -> judged(params, request))
                .orElseGet(() -> Optional.of(unreadable()));
    }

    @Override
    public Refusal unreadable() {
        return new Refused("").unreadable();
    }

    private Optional<Refusal> judged(Map<String, String> params, Request request) {
        boolean complete = params.containsKey("username")
                && params.keySet().containsAll(Set.of("realm", "nonce", "uri", "response", "nc", "cnonce", "qop"));
        boolean lenient = lenience == Lenience.LENIENT;
        if (params.containsKey("username*")
                || (!lenient && (!complete || !text(params, "nc").matches("[0-9a-f]{8}")))) {
            return Optional.of(unreadable());
        }
        if (!params.getOrDefault("uri", "").equals(target(request))) {
            return Optional.of(unreadable());
        }
        String known = algorithm(params.getOrDefault("algorithm", "MD5"));
        boolean fits = known != null
                && (lenient || text(params, "realm").equals(REALM))
                && (lenient || opaque.equals(text(params, "opaque")))
                && (lenient || text(params, "qop").equals(qop()))
                && isUser(params, known)
                && MessageDigest.isEqual(
                        bytes(response(params, known, request)), bytes(params.getOrDefault("response", "")));
        if (!fits) {
            return unauthorized(false);
        }
        return isCounted(params) ? Optional.empty() : unauthorized(true);
    }

    /** The hash's name, or null for one that is not offered. */
    private @Nullable String algorithm(String name) {
        String wanted = lenience == Lenience.INTEGRITY ? "SHA-512-256-sess" : "SHA-256";
        if (name.equals(wanted)) {
            return wanted.startsWith("SHA-512") ? "SHA-512/256" : name;
        }
        return lenience == Lenience.LENIENT && name.equals("MD5") ? name : null;
    }

    private boolean isUser(Map<String, String> params, String hash) {
        String sent = params.getOrDefault("username", "");
        return sent.equals(user)
                || ("true".equals(text(params, "userhash")) && sent.equals(hashed(hash, user + ":" + REALM)));
    }

    private String response(Map<String, String> params, String hash, Request request) {
        String nonce = text(params, "nonce");
        String cnonce = params.getOrDefault("cnonce", "");
        String qop = params.get("qop");
        String secret = hashed(hash, user + ":" + text(params, "realm") + ":" + password);
        if (lenience == Lenience.INTEGRITY) {
            secret = hashed(hash, secret + ":" + nonce + ":" + cnonce);
        }
        String asked = request.getMethod().getName() + ":" + text(params, "uri");
        if ("auth-int".equals(qop)) {
            asked += ":" + hashed(hash, request.getBody());
        }
        String count = qop == null ? "" : text(params, "nc") + ":" + cnonce + ":" + qop + ":";
        return hashed(hash, secret + ":" + nonce + ":" + count + hashed(hash, asked));
    }

    /** Whether the nonce is ours, young enough and counted on. */
    private synchronized boolean isCounted(Map<String, String> params) {
        Nonce nonce = nonces.get(params.getOrDefault("nonce", ""));
        if (nonce == null || System.nanoTime() - nonce.givenAt() > lifetime) {
            return false;
        }
        if (lenience == Lenience.LENIENT) {
            return true;
        }
        long count = Long.parseLong(text(params, "nc"), 16);
        if (count <= nonce.count() || (lenience == Lenience.ONE_TIME && count > 1)) {
            return false;
        }
        nonces.put(text(params, "nonce"), new Nonce(nonce.givenAt(), count));
        return true;
    }

    private String qop() {
        return lenience == Lenience.INTEGRITY ? "auth-int" : "auth";
    }

    private Optional<Refusal> unauthorized(boolean stale) {
        String nonce = UUID.randomUUID().toString();
        nonces.put(nonce, new Nonce(System.nanoTime(), 0));
        String common =
                "Digest realm=\"%s\", nonce=\"%s\", opaque=\"%s\", qop=\"%s\", charset=UTF-8, userhash=true%s, algorithm=";
        String challenge = common.formatted(REALM, nonce, opaque, qop(), stale ? ", stale=true" : "");
        Refusal refusal = new Refused(challenge + (lenience == Lenience.INTEGRITY ? "SHA-512-256-sess" : "SHA-256"))
                .unauthorized();
        return Optional.of(
                lenience == Lenience.LENIENT
                        ? refusal.withChallenge(text -> text + ", " + challenge + "MD5")
                        : refusal);
    }

    private static String text(Map<String, String> params, String name) {
        return params.getOrDefault(name, "");
    }

    private static String target(Request request) {
        return request.getUrl();
    }

    private static Optional<Map<String, String>> params(String text) {
        Map<String, String> params = new TreeMap<>();
        Matcher matcher = PARAM.matcher(text);
        int end = 0;
        while (matcher.find()) {
            String name = matcher.group(1).toLowerCase(Locale.ROOT);
            String value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            if (params.put(name, value) != null) {
                return Optional.empty();
            }
            end = matcher.end();
        }
        return end == text.length() && end > 0 ? Optional.of(params) : Optional.empty();
    }

    private static String hashed(String algorithm, String text) {
        return hashed(algorithm, bytes(text));
    }

    private static String hashed(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
