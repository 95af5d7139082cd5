package dev.naysayer.engine.outcome;

import dev.naysayer.engine.credential.AuthScheme;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.TokenSource;
import dev.naysayer.engine.credential.condition.CredentialConditions;
import dev.naysayer.engine.credential.scheme.AuthSchemes;
import dev.naysayer.engine.credential.source.TokenSources;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.answer.Rules;
import dev.naysayer.engine.rule.comparison.Comparison;
import dev.naysayer.engine.rule.comparison.Comparisons;
import java.util.stream.Stream;

/**
 * The words that outcomes are made of, whatever an API says.
 *
 * <p>Some secrets are words: who has {@code my-client-secret} for one must still be told to check {@code client-secret}.
 */
public final class OwnWords {

    private OwnWords() {}

    /** All texts, in no order. */
    public static Stream<String> all() {
        Stream<String> rules = Stream.concat(
                        Rules.ALL.stream().map(Rule::info),
                        Comparisons.ALL.stream().map(Comparison::info))
                .flatMap(OwnWords::of);
        Stream<String> conditions =
                CredentialConditions.ALL.stream().map(CredentialCondition::info).flatMap(OwnWords::of);
        Stream<String> keys = Stream.concat(
                        AuthSchemes.ALL.stream().map(AuthScheme::form),
                        TokenSources.ALL.stream().map(TokenSource::form))
                .flatMap(form -> form.names().stream())
                .map("'%s'"::formatted);
        return Stream.of(rules, conditions, keys).flatMap(texts -> texts);
    }

    private static Stream<String> of(RuleInfo rule) {
        return Stream.of(rule.id(), rule.source().text(), rule.summary(), rule.why(), rule.clients(), rule.fix());
    }

    private static Stream<String> of(ConditionInfo condition) {
        return Stream.concat(
                Stream.of(condition.name(), condition.meaning(), condition.why()), Stream.ofNullable(condition.fix()));
    }
}
