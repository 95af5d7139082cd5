package dev.naysayer.examples.orders;

import com.nimbusds.jose.util.Base64URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A token that has the form of a signed JWT (RFC 7515 section 3.1), taken apart; nothing is verified yet.
 *
 * @param header the JOSE header
 * @param claims the claims
 * @param signed what the signature is over, in ASCII
 * @param signature the third segment
 */
record TokenText(ObjectNode header, ObjectNode claims, String signed, Base64URL signature) {

    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_-]+");
    private static final int LONGEST_HEADER = 4_096;
    private static final int DEEPEST = 20;

    // Two readers that take two different members of one name see two different tokens: a name may stand only once.
    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Takes a token apart; nothing comes of one that is not exactly in this form. */
    static Optional<TokenText> read(String token) {
        String[] segments = token.split("\\.", -1);
        if (segments.length != 3 || segments[0].length() > LONGEST_HEADER) {
            return Optional.empty();
        }
        return decoded(segments[2])
                .flatMap(signature -> object(segments[0])
                        .flatMap(header -> object(segments[1])
                                .map(claims -> new TokenText(
                                        header,
                                        claims,
                                        segments[0] + "." + segments[1],
                                        Base64URL.encode(signature)))));
    }

    /** A text member of the header or the claims; nothing if it is missing or of another type. */
    static Optional<String> text(ObjectNode object, String name) {
        JsonNode value = object.get(name);
        return value != null && value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
    }

    private static Optional<ObjectNode> object(String segment) {
        return decoded(segment).flatMap(TokenText::parsed);
    }

    private static Optional<ObjectNode> parsed(byte[] json) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
            return STRICT.readTree(text) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (CharacterCodingException | JacksonException e) {
            return Optional.empty();
        }
    }

    /** No padding, and no spare bits: the same bytes in a second spelling would be a second token. */
    private static Optional<byte[]> decoded(String segment) {
        if (!SEGMENT.matcher(segment).matches()) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(segment);
            return Base64URL.encode(bytes).toString().equals(segment) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
