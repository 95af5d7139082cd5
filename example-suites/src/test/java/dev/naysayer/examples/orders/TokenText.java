package dev.naysayer.examples.orders;

import static dev.naysayer.examples.liberty.Liberty.HEAVY_CREDENTIALS_READ;
import static dev.naysayer.examples.liberty.Liberty.KEY_ID_IS_A_HINT;
import static dev.naysayer.examples.liberty.Liberty.LAST_DUPLICATE_COUNTS;
import static dev.naysayer.examples.liberty.Liberty.PADDING_TAKEN;

import com.nimbusds.jose.util.Base64URL;
import dev.naysayer.examples.liberty.Liberty;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
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
    // No key of these days signs so much.
    private static final int LONGEST_SIGNATURE = 1_024;
    private static final int DEEPEST = 20;

    // Two readers that take two different members of one name see two different tokens: a name may stand only once.
    private static final JsonMapper STRICT = mapper(Set.of());

    private static JsonMapper mapper(Set<Liberty> liberties) {
        return JsonMapper.builder(JsonFactory.builder()
                        .configure(
                                StreamReadFeature.STRICT_DUPLICATE_DETECTION,
                                !liberties.contains(LAST_DUPLICATE_COUNTS))
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(
                                        liberties.contains(HEAVY_CREDENTIALS_READ) ? Integer.MAX_VALUE : DEEPEST)
                                .build())
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    /** Takes a token apart; nothing comes of one that is not exactly in this form. */
    static Optional<TokenText> read(String token) {
        return read(token, Set.of());
    }

    /** Takes a token apart as freely as it is said; nothing comes of one that cannot be read so. */
    static Optional<TokenText> read(String token, Set<Liberty> liberties) {
        String[] segments = token.split("\\.", -1);
        if (segments.length != 3
                || segments[2].length() > LONGEST_SIGNATURE
                || (segments[0].length() > LONGEST_HEADER && !liberties.contains(KEY_ID_IS_A_HINT))) {
            return Optional.empty();
        }
        JsonMapper mapper = liberties.isEmpty() ? STRICT : mapper(liberties);
        return decoded(liberties.contains(PADDING_TAKEN) ? segments[2].replaceFirst("=+$", "") : segments[2])
                .flatMap(signature -> object(segments[0], mapper)
                        .flatMap(header -> object(segments[1], mapper)
                                .map(claims -> new TokenText(
                                        header,
                                        claims,
                                        segments[0] + "." + segments[1],
                                        Base64URL.encode(signature)))));
    }

    /** Whether any parser could tell what stands in header and claims, be the rest as it may. */
    static boolean isReadable(String token) {
        String[] segments = token.split("\\.", -1);
        JsonMapper free = mapper(EnumSet.allOf(Liberty.class));
        return segments.length == 3
                && object(segments[0], free).isPresent()
                && object(segments[1], free).isPresent();
    }

    /** A text member of the header or the claims; nothing if it is missing or of another type. */
    static Optional<String> text(ObjectNode object, String name) {
        JsonNode value = object.get(name);
        return value != null && value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
    }

    private static Optional<ObjectNode> object(String segment, JsonMapper mapper) {
        return decoded(segment).flatMap(json -> parsed(json, mapper));
    }

    private static Optional<ObjectNode> parsed(byte[] json, JsonMapper mapper) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
            return mapper.readTree(text) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
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
