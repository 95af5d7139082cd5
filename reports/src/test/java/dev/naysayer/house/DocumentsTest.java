package dev.naysayer.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.condition.CredentialConditions;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the documents list is what the code has, in the code's order. */
class DocumentsTest {

    @Test
    void the_table_of_rules_is_that_of_the_code() throws IOException {
        assertThat(rows("## Rules"))
                .containsExactlyElementsOf(Rules.ALL.stream()
                        .map(Rule::info)
                        .map(DocumentsTest::row)
                        .toList());
    }

    @Test
    void the_table_of_conditions_is_that_of_the_code() throws IOException {
        assertThat(rows("## Conditions"))
                .containsExactlyElementsOf(CredentialConditions.ALL.stream()
                        .map(CredentialCondition::info)
                        .map(DocumentsTest::row)
                        .toList());
    }

    private static String row(RuleInfo rule) {
        return "| `%s` | %s | %s | %s |"
                .formatted(rule.id(), rule.level(), rule.source().text(), rule.summary());
    }

    private static String row(ConditionInfo condition) {
        String statuses = condition.expectation().statuses().toString();
        String errors =
                condition.expectation().errors().stream().map("`%s`"::formatted).collect(Collectors.joining(" or "));
        return "| `%s` | %s | %s | %s | %s |"
                .formatted(
                        condition.name(),
                        condition.meaning(),
                        statuses,
                        errors.isEmpty() ? "none" : errors,
                        condition.source());
    }

    private static List<String> rows(String heading) throws IOException {
        return Files.readAllLines(Path.of("../docs/suite.md")).stream()
                .dropWhile(line -> !line.equals(heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| `"))
                .toList();
    }
}
