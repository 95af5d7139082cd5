package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.may;
import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.digest.DigestChallenge;
import dev.naysayer.engine.credential.digest.DigestChange;
import dev.naysayer.engine.credential.digest.DigestParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A parameter is missing, stands there in two forms, or names what was not offered. */
final class DigestParameters {

    private static final String MD5 = "MD5";

    static final List<CredentialCondition> VARIANTS = List.of(
            DigestInfo.changed(
                    improper("digest-no-cnonce", "the good credential without cnonce", "cnonce"),
                    DigestChange.ofParams(without("cnonce"))
                            .unless(offered -> offered.get(0).qop().isEmpty() ? "the API offers no qop" : null)),
            DigestInfo.changed(
                    DigestInfo.of("digest-no-qop", "the good credential as RFC 2069 had it: no qop, nc and cnonce")
                            .acceptedOrRefused(400, 401)
                            .changes("qop")
                            .because(
                                    "Without a nonce of the client's whoever sends the challenge can look passwords up in tables.",
                                    securityAdvice(rfc(7616, "5.10"))),
                    DigestChange.ofFacts(good -> good.to(good.challenge().withQop(List.of())))
                            .unless(offered -> offered.get(0).qop().isEmpty() ? "the API offers no qop" : null)),
            DigestInfo.changed(
                    improper("digest-other-qop", "a qop that was not offered, and the response that follows", "qop"),
                    DigestChange.ofFacts(good -> good.to(good.challenge().withQop(List.of("auth-int"))))
                            .unless(offered ->
                                    offered.get(0).qop().contains("auth-int") ? "the API offers auth-int" : null)),
            DigestInfo.changed(
                    DigestInfo.of("digest-other-algorithm", "MD5, which was not offered, and the response that follows")
                            .core()
                            .acceptedOrRefused(401, 400)
                            .changes("algorithm")
                            .because(
                                    "Who takes a weaker hash than the offered one lets others choose it for everybody.",
                                    securityAdvice(rfc(7616, "3.4"))),
                    DigestChange.ofFacts(good -> good.to(good.challenge().withAlgorithm(MD5)))
                            .unless(DigestParameters::offersMd5)),
            DigestInfo.changed(
                    DigestInfo.of("digest-no-opaque", "the good credential without opaque")
                            .acceptedOrRefused(401, 400)
                            .changes("opaque")
                            .because(
                                    "It is the API's own note, which clients ought to give back; an API may do without.",
                                    may(rfc(7616, "3.3"))),
                    DigestChange.ofParams(without("opaque"))
                            .unless(offered -> offered.get(0).opaque() == null ? "the API sends no opaque" : null)),
            DigestInfo.changed(
                    DigestInfo.of("digest-two-user-names", "the good credential with username and username*")
                            .refused(400, 401)
                            .changes("username")
                            .because(
                                    "Whoever stands before the API and the API itself may each read another name.",
                                    must(rfc(7616, "3.4"))),
                    DigestChange.ofParams(DigestParameters::twoNames)),
            DigestInfo.changed(
                    DigestInfo.of("digest-name-in-clear", "the user name as it is, where its hash is asked for")
                            .acceptedOrRefused(401, 400)
                            .changes("username")
                            .because(
                                    "Clients that know no userhash send the name; an API may refuse them.",
                                    may(rfc(7616, "3.4.4"))),
                    DigestChange.ofFacts(good -> good.to(good.challenge().withUserhash(false)))
                            .unless(offered -> offered.get(0).userhash() ? null : "the API asks for no userhash")));

    private DigestParameters() {}

    private static ConditionInfo improper(String name, String meaning, String parameter) {
        return DigestInfo.of(name, meaning)
                .acceptedOrRefused(400, 401)
                .changes(parameter)
                .because("An answer that breaks the grammar is for each reader another one.", DigestInfo.IMPROPER);
    }

    private static UnaryOperator<List<DigestParam>> without(String name) {
        return params ->
                params.stream().filter(param -> !param.name().equals(name)).toList();
    }

    /** In the other form behind the one that is there. */
    private static List<DigestParam> twoNames(List<DigestParam> params) {
        List<DigestParam> both = new ArrayList<>(params);
        boolean extended = params.stream().anyMatch(param -> param.name().equals("username*"));
        both.add(
                1,
                extended ? DigestParam.quoted("username", "naysayer") : DigestParam.extended("username", "naysayer"));
        return both;
    }

    private static @Nullable String offersMd5(List<DigestChallenge> offered) {
        return offered.stream()
                        .map(it -> Objects.requireNonNullElse(it.algorithm(), MD5))
                        .anyMatch(algorithm -> algorithm.regionMatches(true, 0, MD5, 0, MD5.length()))
                ? "the API offers MD5"
                : null;
    }
}
