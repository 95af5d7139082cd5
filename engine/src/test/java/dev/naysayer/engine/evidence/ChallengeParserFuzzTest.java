package dev.naysayer.engine.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.evidence.ChallengeField.Broken;
import dev.naysayer.engine.evidence.ChallengeField.Parsed;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class ChallengeParserFuzzTest {

    private static final int INPUTS = 25_000;
    private static final byte[] GOOD = "Basic realm=\"a\\\"b\", x = y, Negotiate YII==, Bearer".getBytes(ISO_8859_1);

    private final Random random = new Random(9110);

    @Test
    void random_bytes_are_parsed_or_broken_and_nothing_else() {
        for (int input = 0; input < INPUTS; input++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            check(new String(bytes, ISO_8859_1));
        }
    }

    @Test
    void a_good_line_with_bytes_overwritten_is_parsed_or_broken_and_nothing_else() {
        int parsed = 0;
        for (int input = 0; input < INPUTS; input++) {
            byte[] bytes = GOOD.clone();
            for (int damage = random.nextInt(4); damage >= 0; damage--) {
                bytes[random.nextInt(bytes.length)] = damagedByte();
            }
            parsed += check(new String(bytes, ISO_8859_1)) ? 1 : 0;
        }
        assertThat(parsed).as("lines that are still good").isBetween(INPUTS / 20, INPUTS - INPUTS / 20);
    }

    private byte damagedByte() {
        return random.nextBoolean() ? GOOD[random.nextInt(GOOD.length)] : (byte) random.nextInt(256);
    }

    private static boolean check(String line) {
        ChallengeField field = ChallengeParser.parse(List.of(line));
        if (field instanceof Broken broken) {
            assertThat(broken.line()).isEqualTo(line);
            assertThat(broken.offset()).isBetween(0, line.length());
            assertThat(broken.reason()).startsWith("expected ");
            assertThat(broken.describe().lines()).hasSizeLessThanOrEqualTo(2);
            return false;
        }
        for (Challenge challenge : ((Parsed) field).challenges()) {
            assertThat(challenge.scheme()).isNotEmpty();
            assertThat(challenge.token68() == null || challenge.params().isEmpty())
                    .isTrue();
        }
        return true;
    }
}
