package dev.naysayer.dsl.read;

import dev.naysayer.dsl.Profile;
import dev.naysayer.dsl.RuleChoice;
import dev.naysayer.dsl.Scenario;
import dev.naysayer.dsl.format.Format;
import dev.naysayer.dsl.format.Vocabulary;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Interpolation;
import dev.naysayer.dsl.source.Problems;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A {@code *.profile.yaml} file: rules with their levels, and what is right where a suite is silent. */
final class ProfileParser {

    private final Vocabulary vocabulary;
    private final Problems problems;
    private final Interpolation interpolation;

    ProfileParser(Vocabulary vocabulary, Problems problems, Interpolation interpolation) {
        this.vocabulary = vocabulary;
        this.problems = problems;
        this.interpolation = interpolation;
    }

    /** The profile, or empty where it has no name. */
    Optional<Profile> parse(Node root) {
        Fields fields = Fields.of(root, Format.PROFILE, problems);
        ScalarNode name = Fields.words(fields.require("profile"), "'profile'", problems);
        ScalarNode summary = Fields.words(fields.require("summary"), "'summary'", problems);
        List<String> extended = names(fields.get("extends"), "'extends'");
        List<String> contradicts = names(fields.get("contradicts"), "'contradicts'");
        List<Scenario> expectations =
                new ScenarioParser(vocabulary, problems, interpolation).expectations(fields.get("expectations"));
        if (name != null && vocabulary.rules().profiles().containsKey(name.getValue())) {
            problems.at(
                    name,
                    "there is a profile '%s' already".formatted(name.getValue()),
                    "take another name; with 'extends: [%s]' it brings that one along".formatted(name.getValue()));
        }
        if (name != null && name.getValue().equals(RuleChoice.THE_SUITE)) {
            problems.at(name, "a profile cannot be called so", "the report means the suite itself by it");
        }
        List<RuleChoice> rules = new RuleChoiceParser(vocabulary.rules(), problems)
                .parse(fields.get("rules"), name == null ? "" : name.getValue());
        return name == null || summary == null
                ? Optional.empty()
                : Optional.of(
                        new Profile(name.getValue(), summary.getValue(), extended, contradicts, rules, expectations));
    }

    /** A profile is named by files in any folder, so only those that have a name everywhere can be meant. */
    private List<String> names(@Nullable Node node, String what) {
        List<ScalarNode> written = Fields.oneOrMore(node, what, problems);
        Set<String> known = vocabulary.rules().profiles().keySet();
        written.stream()
                .filter(name -> !known.contains(name.getValue()))
                .forEach(name -> problems.unknown(name, "profile", name.getValue(), known));
        return written.stream()
                .map(ScalarNode::getValue)
                .filter(known::contains)
                .toList();
    }
}
