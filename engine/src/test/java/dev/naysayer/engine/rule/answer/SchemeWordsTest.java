package dev.naysayer.engine.rule.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.SpecReference;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be said of a password or an API key is true of it: nobody refreshes a password. */
class SchemeWordsTest {

    private static final Pattern OF_TOKENS = Pattern.compile("(?i)\\b(access )?tokens?\\b|refresh|invalid_token");

    /** Rules that bite only where the API itself speaks of tokens, and how it does. */
    private static final Map<String, String> ABOUT_TOKENS = Map.of(
            "challenges-agree", "its challenges are two of Bearer",
            "scheme-registered", "its challenge has an invented scheme, and Bearer is one that could be meant",
            "bearer-has-parameter", "its challenge is one of Bearer",
            "error-code-registered", "its challenge has an error code of OAuth",
            "resource-metadata-url", "its challenge names metadata of OAuth",
            "step-up-actionable", "its challenge has an error code of OAuth",
            "oauth-json-required", "the suite asks for bodies of OAuth",
            "authentication-before-csrf", "a token against forged requests stands beside the credential",
            "no-token-oracle", "it tells which issuer, audience or key a token has to have");

    /** Standards that nobody has to follow who takes no tokens. */
    private static final Set<String> OF_TOKENS_ONLY = Set.of(
            "RFC 6749",
            "RFC 6750",
            "RFC 7009",
            "RFC 7515",
            "RFC 7518",
            "RFC 7519",
            "RFC 8725",
            "RFC 9068",
            "RFC 9449",
            "RFC 9470",
            "RFC 9728",
            "OAuth 2.1 draft");

    /** Rules that bite only where the answer itself uses what OAuth has defined, and how it does. */
    private static final Map<String, String> IN_WORDS_OF_OAUTH = Map.of(
            "body-agrees-with-challenge", "challenge and body have a code of OAuth",
            "challenge-characters", "its challenge has a parameter of OAuth",
            "oauth-error-well-formed", "its body has an error of OAuth",
            "resource-metadata-url", "its challenge names metadata of OAuth",
            "step-up-actionable", "its challenge has an error code of OAuth",
            "step-up-status-401", "its challenge has an error code of OAuth");

    /** A scheme, and bad credentials of it. */
    private record Scheme(Map<String, String> facts, List<String> conditions) {}

    private static final List<Scheme> WITHOUT_TOKENS = List.of(
            new Scheme(Map.of("scheme", "basic"), List.of("no-token", "wrong-password")),
            new Scheme(
                    Map.of("scheme", "api-key", "scheme-key", "header X-API-Key"), List.of("no-token", "unknown-key")));

    @Test
    void what_bites_without_a_token_speaks_of_none() throws IOException {
        Set<String> biting = new TreeSet<>();
        RuleFixture.all()
                .filter(fixture -> fixture.side().equals("violates"))
                .filter(SchemeWordsTest::bites)
                .forEach(fixture -> biting.add(fixture.rule()));

        assertThat(biting).contains("status-as-declared", "token-not-echoed", "challenge-follows-401");
        assertThat(Rules.ALL.stream()
                        .map(Rule::info)
                        .filter(info -> biting.contains(info.id()))
                        .filter(SchemeWordsTest::speaksOfTokens)
                        .map(RuleInfo::id))
                .containsExactlyInAnyOrderElementsOf(ABOUT_TOKENS.keySet());
    }

    @Test
    void what_bites_without_a_token_cites_no_standard_of_tokens() throws IOException {
        Set<String> citing = new TreeSet<>();
        RuleFixture.all()
                .filter(fixture -> fixture.side().equals("violates"))
                // Whoever challenges for tokens follows their standard.
                .filter(fixture -> !fixture.evidence().fieldText().contains("Bearer"))
                .filter(fixture -> !IN_WORDS_OF_OAUTH.containsKey(fixture.rule()))
                .forEach(fixture -> violations(fixture)
                        .filter(violated -> OF_TOKENS_ONLY.contains(
                                source(fixture, violated).standard()))
                        .forEach(violated -> citing.add(fixture.rule() + ": "
                                + source(fixture, violated).text())));

        assertThat(citing).isEmpty();
    }

    private static SpecReference source(RuleFixture fixture, Verdict.Violated violated) {
        return violated.clause() == null
                ? rule(fixture).info().source()
                : violated.clause().source();
    }

    private static boolean speaksOfTokens(RuleInfo info) {
        return Stream.of(info.summary(), info.why(), info.clients(), info.fix())
                .anyMatch(text -> OF_TOKENS.matcher(text).find());
    }

    private static boolean bites(RuleFixture fixture) {
        return violations(fixture).findAny().isPresent();
    }

    private static Stream<Verdict.Violated> violations(RuleFixture fixture) {
        return WITHOUT_TOKENS.stream()
                .flatMap(scheme -> Stream.concat(
                                scheme.conditions().stream(),
                                Stream.of(fixture.contractCase()
                                        .condition()
                                        .info()
                                        .name()))
                        .map(condition -> presented(fixture, scheme, condition)))
                .filter(it -> it.contractCase().notApplicable() == null)
                .map(it -> rule(fixture).judge(it.contractCase(), it.evidence()))
                .filter(Verdict.Violated.class::isInstance)
                .map(Verdict.Violated.class::cast);
    }

    private static Rule rule(RuleFixture fixture) {
        return Rules.ALL.stream()
                .filter(it -> it.info().id().equals(fixture.rule()))
                .findFirst()
                .orElseThrow();
    }

    private static RuleFixture presented(RuleFixture fixture, Scheme scheme, String condition) {
        Map<String, String> facts = new HashMap<>(fixture.facts());
        facts.remove("scheme-key");
        facts.putAll(scheme.facts());
        facts.put("condition", condition);
        return new RuleFixture(fixture.file(), facts, fixture.response());
    }
}
