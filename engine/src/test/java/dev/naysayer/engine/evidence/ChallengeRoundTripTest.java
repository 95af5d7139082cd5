package dev.naysayer.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.evidence.ChallengeField.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Writes challenges in every way the grammar leaves open and expects them back unchanged. */
class ChallengeRoundTripTest {

    private static final String TOKEN = "abcXYZ019!#$%&'*+-.^_`|~";
    private static final String TOKEN68 = "abcXYZ019-._~+/";
    private static final String QUOTABLE = "ab ,=\"\\\t;:/?\u0080\u00e9\u00ff";

    private final Random random = new Random(11);

    @Test
    void what_was_written_is_what_is_read() {
        for (int round = 0; round < 10_000; round++) {
            List<Challenge> challenges = challenges();
            List<String> lines = lines(challenges);
            assertThat(ChallengeParser.parse(lines)).as("%s", lines).isEqualTo(new Parsed(challenges));
        }
    }

    private List<Challenge> challenges() {
        List<Challenge> challenges = new ArrayList<>();
        for (int left = random.nextInt(4); left > 0; left--) {
            String token68 = random.nextInt(4) == 0 ? word(TOKEN68) + "=".repeat(random.nextInt(3)) : null;
            challenges.add(new Challenge(word(TOKEN), token68, token68 == null ? params() : List.of()));
        }
        return challenges;
    }

    private List<AuthParam> params() {
        List<AuthParam> params = new ArrayList<>();
        for (int left = random.nextInt(4); left > 0; left--) {
            boolean quoted = random.nextBoolean();
            String value = quoted && random.nextInt(8) == 0 ? "" : word(quoted ? QUOTABLE : TOKEN);
            params.add(new AuthParam(word(TOKEN), value, quoted));
        }
        return params;
    }

    private String word(String alphabet) {
        StringBuilder word = new StringBuilder();
        for (int left = 1 + random.nextInt(6); left > 0; left--) {
            word.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return word.toString();
    }

    private List<String> lines(List<Challenge> challenges) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(whitespace());
        for (String member :
                challenges.stream().flatMap(it -> members(it).stream()).toList()) {
            line.append(member).append(whitespace());
            if (random.nextInt(4) == 0) {
                lines.add(line.toString());
                line.setLength(0);
            } else {
                line.append(",")
                        .append(random.nextInt(4) == 0 ? whitespace() + "," : "")
                        .append(whitespace());
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** What stands between the commas: the first parameter goes with the scheme, every other one stands alone. */
    private List<String> members(Challenge challenge) {
        List<String> members = new ArrayList<>();
        String start = challenge.scheme() + " ".repeat(1 + random.nextInt(2));
        if (challenge.token68() != null) {
            return List.of(start + challenge.token68());
        }
        for (AuthParam param : challenge.params()) {
            members.add((members.isEmpty() ? start : "") + written(param));
        }
        return members.isEmpty() ? List.of(challenge.scheme()) : members;
    }

    private String written(AuthParam param) {
        String value = param.quoted() ? quoted(param.value()) : param.value();
        return param.name() + whitespace() + "=" + whitespace() + value;
    }

    private String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int place = 0; place < value.length(); place++) {
            char character = value.charAt(place);
            boolean pair = character == '"' || character == '\\' || random.nextInt(8) == 0;
            quoted.append(pair ? "\\" : "").append(character);
        }
        return quoted.append('"').toString();
    }

    private String whitespace() {
        return List.of("", "", " ", "\t", " \t ").get(random.nextInt(5));
    }
}
