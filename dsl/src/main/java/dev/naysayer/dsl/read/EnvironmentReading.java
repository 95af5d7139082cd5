package dev.naysayer.dsl.read;

import dev.naysayer.dsl.format.Format;
import dev.naysayer.dsl.format.Key;
import dev.naysayer.dsl.format.Vocabulary;
import dev.naysayer.dsl.source.Interpolation;
import dev.naysayer.dsl.source.Joining;
import dev.naysayer.dsl.source.Problems;
import dev.naysayer.dsl.source.Reading;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A suite as it is in the environment that the run chose. It is read in all others, too, without their values: what is wrong with one
 * of them should not be found on the day on which somebody chooses it.
 */
final class EnvironmentReading {

    private static final Set<String> NOT_OF_THE_SUITE = Set.of(Format.USE, Format.ENVIRONMENTS);

    /** What no environment changes, and nothing that one changes is looked at beside; to read it may take as long as all the rest. */
    private static final Set<String> THE_SAME_EVERYWHERE =
            Set.of("profiles", "rules", "refusals", "probes", "waivers", "keep-bodies");

    private final Vocabulary vocabulary;
    private final Problems problems;
    private final Interpolation interpolation;
    private final Joining joining;
    private final @Nullable String chosen;

    EnvironmentReading(
            Vocabulary vocabulary,
            Problems problems,
            Interpolation interpolation,
            Joining joining,
            @Nullable String chosen) {
        this.vocabulary = vocabulary;
        this.problems = problems;
        this.interpolation = interpolation;
        this.joining = joining;
        this.chosen = chosen;
    }

    /** @param root the suite with all that it uses */
    Optional<Reading.Understood> read(Node root) {
        if (!(root instanceof MappingNode whole)) {
            return understood(root, Set.of(), false);
        }
        Map<String, MappingNode> environments = new EnvironmentsParser(problems).parse(whole);
        MappingNode suite = without(whole, NOT_OF_THE_SUITE);
        Optional<Reading.Understood> understood = understood(whole, suite, environments);
        // Where the chosen one is unknown, nothing else reads the suite.
        boolean isRead = chosen == null || environments.containsKey(chosen);
        MappingNode rehearsed = isRead ? without(suite, THE_SAME_EVERYWHERE) : suite;
        environments.forEach((name, changes) -> {
            if (!name.equals(chosen)) {
                rehearse(changed(rehearsed, changes));
            }
        });
        return understood;
    }

    private static MappingNode without(MappingNode mapping, Set<String> keys) {
        return Joining.with(
                mapping,
                mapping.getValue().stream()
                        .filter(it -> !(it.getKeyNode() instanceof ScalarNode key && keys.contains(key.getValue())))
                        .toList());
    }

    private Optional<Reading.Understood> understood(
            MappingNode whole, MappingNode suite, Map<String, MappingNode> environments) {
        if (chosen == null) {
            tellWhatTheyHave(suite, environments);
            return understood(suite, environments.keySet(), false);
        }
        MappingNode changes = environments.get(chosen);
        if (changes != null) {
            return understood(changed(suite, changes), environments.keySet(), Joining.value(changes, "target") != null);
        }
        Node all = Joining.value(whole, Format.ENVIRONMENTS);
        if (environments.isEmpty()) {
            problems.at(
                    whole,
                    "%s chooses '%s', and the suite has no environments".formatted(EnvironmentsParser.SETTING, chosen),
                    "say what is different there: 'environments: {%s: {target: https://…}}', or '{%s: {}}' where nothing is"
                            .formatted(chosen, chosen));
            return understood(suite, Set.of(), false);
        }
        problems.unknown(all == null ? whole : all, "environment", chosen, environments.keySet());
        return Optional.empty();
    }

    private MappingNode changed(MappingNode suite, MappingNode changes) {
        return Joining.with(suite, joining.join(changes, suite).getValue());
    }

    /** Of a suite that cannot be run as it stands, and need not be. */
    private void tellWhatTheyHave(MappingNode suite, Map<String, MappingNode> environments) {
        for (Key required : Format.SUITE.required()) {
            environments.entrySet().stream()
                    .filter(it -> Joining.value(suite, required.name()) == null
                            && Joining.value(it.getValue(), required.name()) != null)
                    .findFirst()
                    .ifPresent(it -> problems.at(
                            suite,
                            "the key '%s' is missing".formatted(required.name()),
                            "choose an environment that has it: %s=%s"
                                    .formatted(EnvironmentsParser.SETTING, it.getKey())));
        }
    }

    private Optional<Reading.Understood> understood(Node suite, Set<String> environments, boolean targetChosen) {
        return new SuiteParser(vocabulary, problems, interpolation, !environments.isEmpty())
                .parse(suite)
                .map(it -> new Reading.Understood(it, interpolation.complete(), environments, targetChosen));
    }

    private void rehearse(MappingNode suite) {
        Problems found = problems.anew();
        new SuiteParser(vocabulary, found, interpolation.rehearsal(found), true).parse(suite);
        problems.learn(found);
    }
}
