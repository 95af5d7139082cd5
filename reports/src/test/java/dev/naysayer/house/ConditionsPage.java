package dev.naysayer.house;

import dev.naysayer.dsl.CauseKind;
import dev.naysayer.dsl.Expectation;
import dev.naysayer.dsl.Statuses;
import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Need;
import dev.naysayer.engine.credential.Reach;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.credential.condition.CredentialConditions;
import dev.naysayer.engine.standard.Clause;
import dev.naysayer.engine.standard.Level;
import dev.naysayer.engine.standard.SpecReference;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
              code of the challenge. *2xx!* is allowed and not advisable.
            - *If let in* is what an API breaks that lets the credential in: how binding that is, and where it is written. Of a good
              credential it is what an API breaks that refuses it. A dash stands where nothing is broken. *If refused otherwise* is
              the same of an API that refuses with another status. Profiles and what a suite declares bind more:
              [suite.md](suite.md#profiles).
            - *Needs* is what some token source of the suite has to have or to give. Where none does, the case says so.
            """;

    private static final String HEADER = """
            | condition | what is presented, and *why the answer is right* | right | if let in | if refused otherwise | schemes | needs |
            |---|---|---|---|---|---|---|
            """;

    /** What each scheme is like, and an API key in each of its places. */
    private static final Map<String, Set<Trait>> SCHEMES = schemes();

    private ConditionsPage() {}

    private static Map<String, Set<Trait>> schemes() {
        Map<String, Set<Trait>> schemes = new LinkedHashMap<>();
        schemes.put("bearer", EnumSet.of(Trait.ANY, Trait.AUTHORIZATION, Trait.HEADER, Trait.BEARER));
        schemes.put("basic", EnumSet.of(Trait.ANY, Trait.AUTHORIZATION, Trait.HEADER, Trait.BASIC));
        schemes.put("digest", EnumSet.of(Trait.ANY, Trait.AUTHORIZATION, Trait.HEADER, Trait.DIGEST));
        schemes.put(
                "api-key",
                EnumSet.of(Trait.ANY, Trait.AUTHORIZATION, Trait.HEADER, Trait.QUERY, Trait.COOKIE, Trait.API_KEY));
        schemes.put("session", EnumSet.of(Trait.ANY, Trait.SESSION, Trait.COOKIE));
        schemes.put("csrf", EnumSet.of(Trait.CSRF));
        return schemes;
    }

    static String text() {
        return INTRODUCTION
                + kinds()
                + Arrays.stream(ConditionGroup.values())
                        .map(ConditionsPage::section)
                        .collect(Collectors.joining());
    }

    private static String kinds() {
        return """

                ## Kinds of cause

                A suite says once what is right for all conditions of a kind, [for example](suite.md#what-is-expected) `no-right: {status: 404}`.

                %s- none, so that they have only what the suite says of them by name: %s
                """.formatted(
                        Arrays.stream(CauseKind.values())
                                .map(kind -> "- `%s`: %s\n".formatted(kind.yaml(), ofKind(kind)))
                                .collect(Collectors.joining()),
                        ofKind(null));
    }

    private static String ofKind(@Nullable CauseKind kind) {
        return kind == CauseKind.BAD_CREDENTIAL
                ? "all others"
                : CredentialConditions.ALL.stream()
                        .map(CredentialCondition::info)
                        .filter(condition -> condition.kind() == kind)
                        .map(condition -> "`%s`".formatted(condition.name()))
                        .collect(Collectors.joining(", "));
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
        return "| %s | %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        name(condition),
                        words(condition),
                        right(condition),
                        clauses(condition, condition.admission()),
                        condition.positive() ? "–" : clauses(condition, condition::status),
                        schemes(condition),
                        condition.needs().stream().map(Need::toString).sorted().collect(Collectors.joining(", ")));
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
        boolean doubtful =
                condition.admission().apply(SCHEMES.get("bearer")).level() != Level.MAY && !condition.positive();
        String status = doubtful ? statuses.toString().replace("2xx", "2xx!") : statuses.toString();
        if (condition.reach() == Reach.CONNECTION) {
            return "no answer or " + status;
        }
        String errors = condition.expectation().errors().stream()
                .map(error -> error.equals(Expectation.NO_ERROR) ? "no code" : "`%s`".formatted(error))
                .collect(Collectors.joining(" or "));
        return condition.positive() ? status : status + "<br>" + errors;
    }

    /** One line for all schemes where they agree, else one for each. */
    private static String clauses(ConditionInfo condition, Function<Set<Trait>, Clause> clauses) {
        Map<String, String> schemes = new LinkedHashMap<>();
        SCHEMES.forEach((name, traits) -> {
            if (traits.contains(condition.appliesTo())) {
                schemes.merge(words(clauses.apply(traits)), name, "%s, %s"::formatted);
            }
        });
        return schemes.size() == 1
                ? schemes.keySet().iterator().next()
                : schemes.entrySet().stream()
                        .map(it -> it.getValue() + ": " + it.getKey())
                        .collect(Collectors.joining("<br>"));
    }

    private static String words(Clause clause) {
        if (clause.level() == Level.MAY) {
            return "–";
        }
        SpecReference source = clause.source();
        return clause.level() + ", "
                + (source.link() == null ? source.text() : "[%s](%s)".formatted(source.text(), source.link()));
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
