package dev.naysayer.examples.flaws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.answer.Rules;
import dev.naysayer.engine.rule.comparison.Comparison;
import dev.naysayer.engine.rule.comparison.Comparisons;
import dev.naysayer.examples.bank.FlawedBankTest;
import dev.naysayer.examples.client.RecordedAnswers;
import dev.naysayer.examples.clinic.FlawedClinicTest;
import dev.naysayer.examples.door.FlawedDoorTest;
import dev.naysayer.examples.endpoints.FlawedEndpointsTest;
import dev.naysayer.examples.graphql.GraphqlContractTest;
import dev.naysayer.examples.mcp.McpWaysTest;
import dev.naysayer.examples.session.FlawedMembersTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A rule that never says anything would be green for ever. The tests beside this one prove that the recorded findings are what
 * is found, and that nothing is found in an API that is right. The profile {@code contributor} runs this one behind them, since they
 * may have written what they found.
 */
class EveryRuleBitesTest {

    private static final Path README = Path.of("../README.md");
    private static final Pattern SENTENCE = Pattern.compile("\\d+ of \\d+ rules bite, none bites the correct API");

    private static final List<RecordedAnswers> FOUND = List.of(
            FlawedContractTest.EXPECTED,
            MisjudgedContractTest.EXPECTED,
            StockContractTest.EXPECTED,
            KeptUserContractTest.EXPECTED,
            UnevenContractTest.EXPECTED,
            FlawedClinicTest.EXPECTED,
            McpWaysTest.EXPECTED,
            FlawedMembersTest.EXPECTED,
            FlawedDigestTest.EXPECTED,
            GraphqlContractTest.EXPECTED,
            FlawedBankTest.EXPECTED,
            FlawedDoorTest.EXPECTED,
            FlawedEndpointsTest.EXPECTED);

    @Test
    void every_rule_bites_and_the_readme_says_so() throws IOException {
        List<String> rules = Stream.concat(
                        Rules.ALL.stream().map(Rule::info),
                        Comparisons.ALL.stream().map(Comparison::info))
                .map(RuleInfo::id)
                .toList();
        Set<String> biting = FOUND.stream()
                .flatMap(recorded -> recorded.titles().stream().map(recorded::answer))
                .flatMap(found -> Stream.of(found.split("[\\s:,|]+", -1)))
                .filter(rules::contains)
                .collect(Collectors.toSet());
        String sentence = "%d of %d rules bite, none bites the correct API".formatted(biting.size(), rules.size());
        System.out.println(sentence);

        assertThat(rules.stream().filter(rule -> !biting.contains(rule)))
                .as(
                        "rules that are found in no flaw: add one to Flaw, Misjudgement or Unevenness, and have its findings written by"
                                + " -Dtests.write-pages=true; where they were written just now, run once more")
                .isEmpty();
        if (Boolean.getBoolean("tests.write-pages")) {
            Files.writeString(README, SENTENCE.matcher(Files.readString(README)).replaceAll(sentence));
        }
        assertThat(README)
                .as("-Dtests.write-pages=true writes it anew")
                .content()
                .contains(sentence);
    }
}
