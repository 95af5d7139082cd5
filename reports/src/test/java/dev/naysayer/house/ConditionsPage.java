package dev.naysayer.house;

import dev.naysayer.dsl.Expectation;
import dev.naysayer.dsl.Statuses;
import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Need;
import dev.naysayer.engine.credential.Reach;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.credential.condition.CredentialConditions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Every condition, for readers, from the words that stand beside its code. */
final class ConditionsPage {

    private static final String INTRODUCTION = """
            # Conditions

            A condition is one way for a credential to be wrong, and a suite names it under `scenarios`. This page is
            generated from the code; [CONTRIBUTING.md](../CONTRIBUTING.md#add-a-condition) says how.

            - **core** marks the few conditions of a group that every API should be tested with: `jwt: core` takes them,
              `jwt: all` takes the whole group.
            - **opt-in** marks those that do harm, or look like an attack, on an API that others use too: only their own
              name or `jwt: everything` brings them in.
            - **good** marks a good credential in another spelling: it has to get through.
            - A condition changes one fact of the good credential. Where one change brings another with it, all are named.
            - *Right* is the answer that is right unless the suite says otherwise: the status and, behind it, the error
              code of the challenge. *2xx!* is allowed and not advisable: an API that lets the credential pass gets a warning.
            - *Needs* is what some token source of the suite has to have or to give. Where none does, the case says so.
            """;

    private static final String HEADER = """
            | condition | what is presented, and *why the answer is right* | right | schemes | needs | source |
            |---|---|---|---|---|---|
            """;

    private ConditionsPage() {}

    static String text() {
        return INTRODUCTION
                + Arrays.stream(ConditionGroup.values())
                        .map(ConditionsPage::section)
                        .collect(Collectors.joining());
    }

    private static String section(ConditionGroup group) {
        List<String> rows = CredentialConditions.ALL.stream()
                .map(CredentialCondition::info)
                .filter(condition -> condition.group() == group)
                .map(ConditionsPage::row)
                .toList();
        return rows.isEmpty()
                ? ""
                : "\n## %s: `%s`\n\n%s%s".formatted(group.title(), group.yaml(), HEADER, String.join("", rows));
    }

    private static String row(ConditionInfo condition) {
        return "| %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        name(condition),
                        words(condition),
                        right(condition),
                        schemes(condition),
                        condition.needs().stream().map(Need::toString).sorted().collect(Collectors.joining(", ")),
                        condition.source());
    }

    private static String name(ConditionInfo condition) {
        return "`%s`".formatted(condition.name())
                + (condition.core() ? " **core**" : "")
                + (condition.safe() ? "" : " **opt-in**")
                + (condition.positive() ? " **good**" : "");
    }

    private static String words(ConditionInfo condition) {
        String changes = condition.changes().size() < 2
                ? ""
                : "<br>Changes: %s."
                        .formatted(condition.changes().stream()
                                .map("`%s`"::formatted)
                                .collect(Collectors.joining(", ")));
        return escaped(condition.meaning()) + ".<br>*" + escaped(condition.why()) + "*" + changes;
    }

    private static String right(ConditionInfo condition) {
        Statuses statuses = condition.expectation().statuses();
        String status = condition.doubtful() ? statuses.toString().replace("2xx", "2xx!") : statuses.toString();
        if (condition.reach() == Reach.CONNECTION) {
            return "no answer or " + status;
        }
        String errors = condition.expectation().errors().stream()
                .map(error -> error.equals(Expectation.NO_ERROR) ? "no code" : "`%s`".formatted(error))
                .collect(Collectors.joining(" or "));
        return condition.positive() ? status : status + "<br>" + errors;
    }

    private static String schemes(ConditionInfo condition) {
        Trait unless = condition.unless();
        if (condition.appliesTo() == Trait.ANY) {
            return unless == null ? "any" : "any but " + unless;
        }
        // Of HEADER's words only the last tell two places of one scheme apart: "bearer, basic, api-key in a header".
        return unless == null
                ? condition.appliesTo().toString()
                : condition.appliesTo() + ", but not "
                        + unless.toString()
                                .substring(unless.toString().lastIndexOf(", ") + 1)
                                .strip();
    }

    /** The words hold no markup of their own, so nothing of them may be taken for it. */
    private static String escaped(String words) {
        return words.replaceAll("[\\\\`*_{}\\[\\]<>|#]", "\\\\$0");
    }
}
