package dev.naysayer.engine.exchange.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One pass over a text finds what is found by a search for each piece of each secret, in each way to write it, one after the other. */
class OneByOneTest {

    private static final int RUN = 10;
    private static final int SHORTEST = 8;

    private static final String OF_SECRETS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~:";
    private static final String OF_OTHERS = "abcdefghijklmnopqrstuvwxyz0123456789-_. {}\",\n";
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /** A long word may go on in the next line. */
    private static final String BREAK = "(?:[\\r\\n]+[ \\t]*)?";

    private final Random random = new Random(20_261_128);

    @Test
    void the_same_places_are_hidden() {
        int hidden = 0;
        int texts = 0;
        for (int round = 0; round < 10; round++) {
            List<String> secrets = Stream.generate(() -> word(OF_SECRETS, SHORTEST - 2 + random.nextInt(30)))
                    .limit(1 + random.nextInt(6))
                    .toList();
            Redactor redactor = new Redactor();
            secrets.forEach(secret -> redactor.register(new Secret(secret)));
            List<Pattern> patterns =
                    secrets.stream().flatMap(OneByOneTest::patterns).toList();
            for (int i = 0; i < 3; i++, texts++) {
                String text = text(secrets);
                BitSet places = places(text, patterns);

                assertThat(redactor.redact(text)).as(text).isEqualTo(without(places, text));
                assertThat(redactor.isIn(text)).as(text).isEqualTo(!places.isEmpty());
                hidden += places.isEmpty() ? 0 : 1;
            }
        }
        assertThat(hidden).isBetween(texts / 2, texts - 1);
    }

    private static BitSet places(String text, List<Pattern> patterns) {
        BitSet places = new BitSet();
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(text);
            for (int from = 0; matcher.find(from); from = matcher.start() + 1) {
                places.set(matcher.start(), matcher.end());
            }
        }
        return places;
    }

    private static String without(BitSet places, String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (!places.get(i)) {
                shown.append(text.charAt(i));
            } else if (i == 0 || !places.get(i - 1)) {
                shown.append(Redactor.MARK);
            }
        }
        return shown.toString();
    }

    /** Of each run of ten; of a secret that is shorter only of the whole of it, and then case makes a difference. */
    private static Stream<Pattern> patterns(String secret) {
        if (secret.length() < RUN) {
            return secret.length() < SHORTEST ? Stream.of() : Stream.of(pattern(secret, c -> written(c, c)));
        }
        return IntStream.rangeClosed(0, secret.length() - RUN)
                .mapToObj(at -> secret.substring(at, at + RUN))
                .flatMap(run -> Stream.concat(
                        Stream.of(
                                pattern(
                                        run,
                                        c -> written(Character.toLowerCase(c), Character.toUpperCase(c), folded(c))),
                                pattern(run, c -> inHex(Character.toLowerCase(c), Character.toUpperCase(c)))),
                        IntStream.range(0, 3).mapToObj(before -> inBase64(run, before))));
    }

    private static Pattern pattern(String word, IntFunction<String> written) {
        return Pattern.compile(word.chars().mapToObj(written).collect(Collectors.joining(BREAK)));
    }

    /** A character as it stands and with escapes, or one that counts as the same. */
    private static String written(int... same) {
        return IntStream.of(same)
                .distinct()
                .mapToObj(c ->
                        "%s|%%(?i:%02x)|\\\\u(?i:%2$04x)|&#%2$d;".formatted(Pattern.quote(Character.toString(c)), c))
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    private static String inHex(int... same) {
        return IntStream.of(same).mapToObj("%02x"::formatted).collect(Collectors.joining("|", "(?i:", ")"));
    }

    /** The character of the other alphabet of base64. */
    private static int folded(int c) {
        return c == '-' ? '+' : c == '_' ? '/' : c;
    }

    /** @param before how many bytes stand between it and the beginning of a group of three */
    private static Pattern inBase64(String run, int before) {
        String bits = run.chars()
                .mapToObj(c -> "%8s".formatted(Integer.toBinaryString(c)).replace(' ', '0'))
                .collect(Collectors.joining("", "?".repeat(8 * before % 6), "?".repeat(5)));
        return Pattern.compile(IntStream.range(0, bits.length() / 6)
                .mapToObj(at -> bits.substring(6 * at, 6 * at + 6))
                .filter(six -> !six.equals("??????"))
                .map(OneByOneTest::digits)
                .collect(Collectors.joining(BREAK)));
    }

    /** All digits with these six bits. */
    private static String digits(String six) {
        Pattern bits = Pattern.compile(six.replace('?', '.'));
        return IntStream.range(0, BASE64.length())
                .filter(digit -> bits.matcher(
                                "%6s".formatted(Integer.toBinaryString(digit)).replace(' ', '0'))
                        .matches())
                .mapToObj(digit -> BASE64.substring(digit, digit + 1))
                .map(digit -> digit.equals("+") ? "+-" : digit.equals("/") ? "/_" : digit)
                .collect(Collectors.joining("", "[", "]"));
    }

    /** Some pieces of secrets, each written in one of the ways, among other words. */
    private String text(List<String> secrets) {
        return Stream.generate(() -> word(OF_OTHERS, 1 + random.nextInt(40)) + piece(secrets))
                .limit(random.nextInt(6))
                .collect(Collectors.joining("", "", word(OF_OTHERS, 20)));
    }

    private String piece(List<String> secrets) {
        String secret = secrets.get(random.nextInt(secrets.size()));
        int start = random.nextInt(4) == 0 ? random.nextInt(secret.length()) : 0;
        int end = random.nextInt(4) == 0 ? start + random.nextInt(secret.length() - start) : secret.length();
        String piece = secret.substring(start, end);
        // What is packed and shorter than a run is no secret's as far as anybody can know.
        return switch (random.nextInt(piece.length() < RUN ? 5 : 7)) {
            case 0 -> piece;
            case 1 -> random.nextBoolean() ? piece.toUpperCase(Locale.ROOT) : piece.toLowerCase(Locale.ROOT);
            case 2 -> piece.replace('-', '+').replace('_', '/');
            case 3 -> each(piece, c -> random.nextInt(4) == 0 ? "\r\n  " + c : c);
            case 4 -> each(piece, this::perhapsEscaped);
            case 5 -> HexFormat.of().formatHex(piece.getBytes(StandardCharsets.US_ASCII));
            default -> {
                String packed = word(OF_OTHERS, random.nextInt(3)) + piece;
                Base64.Encoder encoder = random.nextBoolean() ? Base64.getUrlEncoder() : Base64.getEncoder();
                yield encoder.encodeToString(packed.getBytes(StandardCharsets.US_ASCII));
            }
        };
    }

    private String perhapsEscaped(String character) {
        int c = character.charAt(0);
        return switch (random.nextInt(6)) {
            case 0 -> "%%%02X".formatted(c);
            case 1 -> "\\u%04x".formatted(c);
            case 2 -> "&#%d;".formatted(c);
            default -> character;
        };
    }

    private static String each(String piece, UnaryOperator<String> written) {
        return piece.chars().mapToObj(Character::toString).map(written).collect(Collectors.joining());
    }

    private String word(String alphabet, int length) {
        return random.ints(length, 0, alphabet.length())
                .mapToObj(at -> alphabet.substring(at, at + 1))
                .collect(Collectors.joining());
    }
}
