package dev.naysayer.dsl.read;

import dev.naysayer.dsl.Profile;
import dev.naysayer.dsl.Promise;
import dev.naysayer.dsl.Scenario;
import dev.naysayer.dsl.format.Vocabulary;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Interpolation;
import dev.naysayer.dsl.source.Problems;
import dev.naysayer.dsl.source.SourceText;
import dev.naysayer.dsl.source.SuiteFolder;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** {@code profiles:} of a suite, names and files: every profile with those it brings along, each once. */
final class ProfilesParser {

    private final Vocabulary vocabulary;
    private final Problems problems;
    private final Interpolation interpolation;

    ProfilesParser(Vocabulary vocabulary, Problems problems, Interpolation interpolation) {
        this.vocabulary = vocabulary;
        this.problems = problems;
        this.interpolation = interpolation;
    }

    /** In the order in which one goes before another: the last one's word counts. */
    List<Profile> parse(@Nullable Node node) {
        Map<String, Profile> profiles = new LinkedHashMap<>();
        Map<String, ScalarNode> written = new LinkedHashMap<>();
        Set<String> told = new HashSet<>();
        for (ScalarNode name : Fields.oneOrMore(node, "'profiles'", problems)) {
            Profile profile = profile(name).orElse(null);
            if (profile == null) {
                continue;
            }
            if (written.putIfAbsent(profile.name(), name) != null) {
                problems.at(name, "the profile '%s' stands here twice".formatted(profile.name()), "keep one of them");
                continue;
            }
            add(profile, profiles);
            contradiction(profiles.values())
                    .filter(words -> told.add(words))
                    .ifPresent(words -> problems.at(name, words, "keep one of them, or leave out what brings it"));
        }
        return List.copyOf(profiles.values());
    }

    private void add(Profile profile, Map<String, Profile> profiles) {
        if (profiles.containsKey(profile.name())) {
            return;
        }
        profile.extended().stream()
                .map(vocabulary.rules().profiles()::get)
                .forEach(extended -> add(extended, profiles));
        profiles.put(profile.name(), profile);
    }

    /** Also where it was another profile that brought one of the two along. */
    private static Optional<String> contradiction(Collection<Profile> profiles) {
        return profiles.stream()
                .flatMap(profile -> profiles.stream()
                        .filter(other -> profile.contradicts().contains(other.name()))
                        .map(other -> "the profiles '%s' and '%s' contradict each other"
                                .formatted(profile.name(), other.name())))
                .findFirst();
    }

    private Optional<Profile> profile(ScalarNode name) {
        Map<String, Profile> known = vocabulary.rules().profiles();
        if (name.getValue().endsWith(ProfileReader.SUFFIX)) {
            return file(name);
        }
        Profile profile = known.get(name.getValue());
        if (profile == null && name.getValue().contains(".")) {
            problems.at(
                    name,
                    "unknown profile '%s'".formatted(name.getValue()),
                    "the name of a profile's file ends with " + ProfileReader.SUFFIX);
        } else if (profile == null) {
            problems.unknown(name, "profile", name.getValue(), known.keySet());
        }
        return Optional.ofNullable(profile);
    }

    private Optional<Profile> file(ScalarNode name) {
        SuiteFolder folder = interpolation.folder();
        try {
            SourceText source =
                    new SourceText(folder.called(name, name.getValue()), folder.read(name, name.getValue()));
            return new ProfileReader(vocabulary).read(source, problems.joined(source), interpolation);
        } catch (SuiteFolder.Unreachable e) {
            problems.at(name, String.valueOf(e.getMessage()), e.nextStep);
            return Optional.empty();
        }
    }

    /** The scenarios, with the profiles' word where the suite is silent. */
    static List<Scenario> completed(List<Scenario> scenarios, List<Profile> profiles) {
        Map<String, Promise> expectations = new HashMap<>();
        for (Profile profile : profiles) {
            profile.expectations()
                    .forEach(it -> expectations.merge(
                            it.condition(), it.promise().by(profile.name()), (earlier, later) -> later.or(earlier)));
        }
        return scenarios.stream()
                .map(scenario -> scenario.under(expectations.getOrDefault(scenario.condition(), Promise.NONE)))
                .toList();
    }
}
