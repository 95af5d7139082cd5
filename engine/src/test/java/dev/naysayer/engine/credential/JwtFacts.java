package dev.naysayer.engine.credential;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a loose reader finds in a token, by the names that conditions have for it. */
final class JwtFacts {

    private final Map<String, Object> facts = new TreeMap<>();
    private final boolean isReadable;

    /**
     * @param verifier knows the trusted key
     * @param algorithms what the key can sign by
     */
    JwtFacts(String token, JWSVerifier verifier, Set<JWSAlgorithm> algorithms) throws JOSEException {
        String[] parts = token.split("\\.", -1);
        boolean hasParts = parts.length == 2 || parts.length == 3;
        Map<String, Object> header = hasParts ? object(parts[0]) : null;
        Map<String, Object> claims = hasParts ? object(parts[1]) : null;
        isReadable = header != null || claims != null;
        boolean isWhole = parts.length == 3 && isReadable && token.matches("[A-Za-z0-9_.-]*");
        facts.put("form", isWhole ? "JWT" : "no JWT");
        if (isReadable) {
            put("header", header);
            put("claim", claims);
        }
        if (isReadable && parts.length == 3) {
            facts.put("signature", verifies(parts, verifier, algorithms));
        }
    }

    /** The facts in which another token differs; of parts of it that cannot be read, only that. */
    Set<String> differences(JwtFacts other) {
        Set<String> names = new TreeSet<>(facts.keySet());
        names.addAll(other.facts.keySet());
        names.removeIf(name -> Objects.equals(facts.get(name), other.facts.get(name))
                && facts.containsKey(name) == other.facts.containsKey(name));
        if (!other.isReadable) {
            names.removeIf(name -> !name.equals("form"));
        }
        if (!other.facts.containsKey("signature")) {
            names.remove("signature");
        }
        if (names.contains("header")) {
            names.removeIf(name -> name.startsWith("header "));
        }
        if (names.contains("payload")) {
            names.removeIf(name -> name.startsWith("claim "));
        }
        return names;
    }

    private void put(String kind, @Nullable Map<String, Object> members) {
        facts.put(kind.equals("claim") ? "payload" : kind, members == null ? "unreadable" : "an object");
        if (members != null) {
            members.forEach((name, value) -> facts.put(kind + " " + name, value == null ? "null" : value));
        }
    }

    private static boolean verifies(String[] parts, JWSVerifier verifier, Set<JWSAlgorithm> algorithms)
            throws JOSEException {
        byte[] input = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.UTF_8);
        for (JWSAlgorithm algorithm : algorithms) {
            if (verifier.verify(new JWSHeader(algorithm), input, new Base64URL(cleaned(parts[2])))) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Map<String, Object> object(String segment) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cleaned(segment));
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return JSONObjectUtils.parse(text);
        } catch (ParseException | CharacterCodingException | IllegalArgumentException e) {
            return null;
        }
    }

    private static String cleaned(String segment) {
        return segment.replaceAll("[^A-Za-z0-9_-]", "");
    }
}
