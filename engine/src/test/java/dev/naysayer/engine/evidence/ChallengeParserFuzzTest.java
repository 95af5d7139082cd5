package dev.naysayer.engine.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.evidence.ChallengeField.Broken;
import dev.naysayer.engine.evidence.ChallengeField.Parsed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever bytes come in, the parser neither hangs nor throws: random ones, and good fields with bytes spoilt. */
@Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
class ChallengeParserFuzzTest {

    private static final int INPUTS = 1_000_000;
    private static final int MEGABYTE = 1 << 20;
    private static final int LONGEST = 8 * 1024;
    private static final String TELLING = " \t,=\"\\\0\r\n\u007f\u0080\u00ffab/";

    private final SplittableRandom random = new SplittableRandom(9110);
    private final List<byte[]> corpus = new ArrayList<>();

    @BeforeEach
    void readCorpus() throws IOException {
        for (String file : List.of("specifications.fields", "fixtures.fields", "nasty.fields")) {
            for (StatedField field : StatedField.of(file)) {
                corpus.add(String.join("\n", field.lines()).getBytes(UTF_8));
            }
        }
    }

    @Test
    void a_million_inputs_are_parsed_or_broken_and_nothing_else() {
        int parsed = 0;
        for (int input = 0; input < INPUTS; input++) {
            List<String> lines = lines(bytes());
            try {
                parsed += isParsed(lines) ? 1 : 0;
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("input %d: %s".formatted(input, lines), e);
            }
        }
        assertThat(parsed).as("inputs that are still good").isBetween(INPUTS / 10, INPUTS - INPUTS / 10);
    }

    /** The square of a million steps would take many minutes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ",",
                " ",
                "\t",
                "a",
                "=",
                "\\",
                "\"",
                "a ",
                "a,",
                "a=",
                ", ",
                " \t",
                "a a,",
                "a=b,",
                "a b=c,",
                "a b=\"\",",
                "a=\"",
                "a = b,",
                "\\a",
                "a a=\"\\\"",
                "a/b= "
            })
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void a_megabyte_of_one_thing_is_read_in_linear_time(String unit) {
        String megabyte = unit.repeat(MEGABYTE / unit.length());
        for (String start : List.of("", "a b=c,", "a b=\"")) {
            isParsed(List.of(start + megabyte));
        }
    }

    private byte[] bytes() {
        int kind = random.nextInt(1_000);
        if (kind == 0) {
            return spoilt(longBytes());
        }
        if (kind < 200) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            return bytes;
        }
        return spoilt(corpus.get(random.nextInt(corpus.size())).clone());
    }

    private byte[] longBytes() {
        byte[] unit = corpus.get(random.nextInt(corpus.size()));
        byte[] bytes = new byte[random.nextInt(LONGEST)];
        for (int place = 0; place < bytes.length; place++) {
            int inUnit = place % (unit.length + 1);
            bytes[place] = inUnit == unit.length ? (byte) ',' : unit[inUnit];
        }
        return bytes;
    }

    /** Up to four times a byte overwritten, the start cut off, the end cut off, or two pieces in each other's place. */
    private byte[] spoilt(byte[] good) {
        byte[] bytes = good;
        for (int damage = random.nextInt(5); damage > 0 && bytes.length > 0; damage--) {
            int place = random.nextInt(bytes.length);
            switch (random.nextInt(12)) {
                case 0 -> bytes = Arrays.copyOfRange(bytes, place, bytes.length);
                case 1 -> bytes = Arrays.copyOf(bytes, place);
                case 2 -> bytes = turned(bytes, place);
                case 3, 4, 5 -> bytes[place] = (byte) random.nextInt(256);
                default -> bytes[place] = (byte) TELLING.charAt(random.nextInt(TELLING.length()));
            }
        }
        return bytes;
    }

    private static byte[] turned(byte[] bytes, int place) {
        byte[] turned = Arrays.copyOfRange(bytes, place, place + bytes.length);
        System.arraycopy(bytes, 0, turned, bytes.length - place, place);
        return turned;
    }

    /** A client may have decoded the bytes in either way; a line break ends a line, most of the time. */
    private List<String> lines(byte[] bytes) {
        String text = new String(bytes, random.nextInt(4) == 0 ? UTF_8 : ISO_8859_1);
        return text.indexOf('\n') >= 0 && random.nextInt(4) > 0 ? List.of(text.split("\n", -1)) : List.of(text);
    }

    /** Plain conditions: a million assertions take longer than all the parsing. */
    private static boolean isParsed(List<String> lines) {
        ChallengeField field = ChallengeParser.parse(lines);
        List<Liberty> liberties = ChallengeParser.liberties(lines);
        if (field instanceof Broken broken) {
            check(liberties.isEmpty(), "no liberties of a broken field");
            check(lines.contains(broken.line()), "the line is one of the field");
            check(broken.offset() >= 0 && broken.offset() <= broken.line().length(), "the offset is in the line");
            check(broken.reason().startsWith("expected "), "a reason");
            check(broken.describe().lines().count() == 2, "a line and a caret");
            return false;
        }
        for (Challenge challenge : ((Parsed) field).challenges()) {
            check(!challenge.scheme().isEmpty(), "a scheme");
            check(challenge.token68() == null || challenge.params().isEmpty(), "a token68 or parameters");
        }
        for (Liberty liberty : liberties) {
            check(liberty.offset() >= 0 && liberty.offset() <= liberty.line().length(), "the offset is in the line");
        }
        liberties.stream().limit(3).forEach(liberty -> check(liberty.describe().contains("^ "), "a caret"));
        return true;
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("expected " + what);
        }
    }
}
