package dev.naysayer.engine.rule.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.Profile;
import dev.naysayer.dsl.RuleChoices;
import dev.naysayer.dsl.read.ProfileReader;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.answer.Rules;
import dev.naysayer.engine.rule.comparison.Comparison;
import dev.naysayer.engine.rule.comparison.Comparisons;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The profiles that have a name, and what they bring. */
class ProfilesTest {

    static final List<Profile> PROFILES = Profiles.all();

    @Test
    void each_file_is_a_profile_of_its_name() throws IOException, URISyntaxException {
        Path one = Path.of(Profiles.class.getResource("rfc6750.profile.yaml").toURI());
        try (Stream<Path> files = Files.list(one.getParent())) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())).filter(name -> !name.endsWith(".class")))
                    .containsExactlyInAnyOrderElementsOf(PROFILES.stream()
                            .map(profile -> profile.name() + ProfileReader.SUFFIX)
                            .toList());
        }
    }

    @ParameterizedTest
    @FieldSource("PROFILES")
    void a_profile_says_what_it_is_for_in_one_sentence(Profile profile) {
        assertThat(profile.summary()).endsWith(".").doesNotContain(". ", "\n");
    }

    @Test
    void every_rule_belongs_to_a_profile() {
        assertThat(Rules.ALL)
                .extracting(rule -> rule.info().profile())
                .isSubsetOf(PROFILES.stream().map(Profile::name).toList());
    }

    @Test
    void every_profile_but_the_base_brings_something() {
        Set<String> ofRules = Stream.concat(
                        Rules.ALL.stream().map(Rule::info),
                        Comparisons.ALL.stream().map(Comparison::info))
                .map(RuleInfo::profile)
                .collect(Collectors.toSet());

        assertThat(PROFILES.stream().skip(1))
                .allMatch(profile -> ofRules.contains(profile.name())
                        || !profile.rules().isEmpty()
                        || !profile.expectations().isEmpty());
    }

    @Test
    void the_base_is_the_first() {
        assertThat(PROFILES.get(0).name()).isEqualTo(RuleChoices.BASE);
    }
}
