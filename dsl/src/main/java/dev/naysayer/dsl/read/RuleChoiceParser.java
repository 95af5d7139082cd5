package dev.naysayer.dsl.read;

import dev.naysayer.dsl.RuleChoice;
import dev.naysayer.dsl.format.Format;
import dev.naysayer.dsl.format.RuleVocabulary;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Problems;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** {@code rules:} of a suite or a profile: {@code nosniff: {level: MUST, because: our gateway sends it}}. */
final class RuleChoiceParser {

    private final RuleVocabulary vocabulary;
    private final Problems problems;

    RuleChoiceParser(RuleVocabulary vocabulary, Problems problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    /** @param by who chooses: the profile's name, or {@link RuleChoice#THE_SUITE} */
    List<RuleChoice> parse(@Nullable Node node, String by) {
        List<RuleChoice> choices = new ArrayList<>();
        if (node != null && Fields.isEmpty(node)) {
            problems.at(node, "'rules' has no value", "name a rule: 'nosniff: {level: MUST, because: …}'");
        } else if (node != null) {
            for (Fields.Field field : Fields.of(node, "'rules'", problems).all()) {
                RuleChoice choice = isAdjustable(field) ? choice(field, by) : null;
                if (choice != null) {
                    choices.add(choice);
                }
            }
        }
        return choices;
    }

    private boolean isAdjustable(Fields.Field field) {
        if (vocabulary.fixed().contains(field.name())) {
            problems.at(
                    field.key(),
                    "the level of '%s' is fixed: without it a suite would prove nothing".formatted(field.name()),
                    "leave it out, and declare at the scenario which status or error is right");
            return false;
        }
        if (!vocabulary.adjustable().contains(field.name())) {
            problems.unknown(field.key(), "rule", field.name(), vocabulary.adjustable());
            return false;
        }
        return true;
    }

    private @Nullable RuleChoice choice(Fields.Field field, String by) {
        Fields fields = Fields.of(field.value(), "'%s'".formatted(field.name()), Format.RULE_CHOICE, problems);
        ScalarNode level = Fields.scalar(fields.require("level"), "'level'", problems);
        ScalarNode because = Fields.words(fields.require("because"), "'because'", problems);
        if (level != null && !vocabulary.levels().contains(level.getValue())) {
            problems.unknown(level, "level", level.getValue(), vocabulary.levels());
            return null;
        }
        return level == null || because == null
                ? null
                : new RuleChoice(
                        problems.position(field.key()), field.name(), level.getValue(), because.getValue(), by);
    }
}
