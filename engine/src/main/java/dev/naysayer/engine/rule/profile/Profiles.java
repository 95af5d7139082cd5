package dev.naysayer.engine.rule.profile;

import dev.naysayer.dsl.Profile;
import dev.naysayer.dsl.RuleChoices;
import dev.naysayer.dsl.format.RuleVocabulary;
import dev.naysayer.dsl.format.Vocabulary;
import dev.naysayer.dsl.read.ProfileReader;
import dev.naysayer.engine.credential.Credentials;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.answer.Rules;
import dev.naysayer.engine.rule.comparison.Comparison;
import dev.naysayer.engine.rule.comparison.Comparisons;
import dev.naysayer.engine.rule.comparison.Probe;
import dev.naysayer.engine.standard.Level;
import dev.naysayer.engine.standard.SpecReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every profile that has a name, each a file beside the rules; and what a suite may say of rules. */
public final class Profiles {

    private static final List<String> NAMES = List.of(
            "rfc6750",
            "oauth21",
            "rfc9068",
            "rfc9728",
            "browsers",
            "page-login",
            "mcp-2025-11-25",
            "mcp-2026-07-28",
            "problem-json",
            "oauth-json",
            "graphql-codes",
            "hide-existence",
            "distinct",
            "opaque");

    private static final Vocabulary VOCABULARY = read();

    private Profiles() {}

    /** In the order in which a reader should meet them. */
    public static List<Profile> all() {
        return List.copyOf(VOCABULARY.rules().profiles().values());
    }

    /**
     * The rules of one profile, as a suite that chooses it would have them.
     *
     * @throws IllegalArgumentException if there is no such profile
     */
    public static RuleChoices choices(String name) {
        Map<String, Profile> known = VOCABULARY.rules().profiles();
        Profile profile = known.get(name);
        if (profile == null) {
            throw new IllegalArgumentException(
                    "there is no profile '%s'; known are: %s".formatted(name, String.join(", ", NAMES)));
        }
        return RuleChoices.of(withExtended(profile, known).toList(), List.of());
    }

    /** A profile behind those that it brings along, and these behind theirs. */
    private static Stream<Profile> withExtended(Profile profile, Map<String, Profile> known) {
        return Stream.concat(
                profile.extended().stream()
                        .flatMap(name -> Stream.ofNullable(known.get(name)))
                        .flatMap(it -> withExtended(it, known)),
                Stream.of(profile));
    }

    /** All names that suites may use. */
    public static Vocabulary vocabulary() {
        return VOCABULARY;
    }

    /** Without these a suite would prove nothing: what it declares itself, and that a bad credential gets nothing. */
    static boolean isFixed(RuleInfo rule) {
        return rule.source().equals(SpecReference.SUITE) || rule.id().equals("refusal-refuses");
    }

    private static Vocabulary read() {
        Vocabulary vocabulary = Credentials.vocabulary()
                .with(new RuleVocabulary(
                        ids(rule -> !isFixed(rule)),
                        ids(Profiles::isFixed),
                        Arrays.stream(Level.values()).map(Level::toString).collect(Collectors.toSet()),
                        Map.of(),
                        Probe.names(),
                        Comparisons.ALL.stream().map(it -> it.info().id()).collect(Collectors.toSet())));
        Map<String, Profile> profiles = new LinkedHashMap<>();
        for (String name : NAMES) {
            // A profile may name those above it.
            Vocabulary known = vocabulary.with(vocabulary.rules().with(profiles));
            profiles.put(name, new ProfileReader(known).read(file(name), text(name)));
        }
        return vocabulary.with(vocabulary.rules().with(profiles));
    }

    private static Set<String> ids(Predicate<RuleInfo> chosen) {
        return Stream.concat(
                        Rules.ALL.stream().map(Rule::info),
                        Comparisons.ALL.stream().map(Comparison::info))
                .filter(chosen)
                .map(RuleInfo::id)
                .collect(Collectors.toSet());
    }

    private static String file(String name) {
        return name + ProfileReader.SUFFIX;
    }

    private static String text(String name) {
        try (InputStream file = Objects.requireNonNull(Profiles.class.getResourceAsStream(file(name)), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
