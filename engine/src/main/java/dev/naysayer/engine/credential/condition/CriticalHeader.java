package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.credential.ConditionGroup.JWT;
import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.standard.SpecReference;
import java.util.List;

/** The header names extensions that have to be understood. */
final class CriticalHeader {

    private static final SpecReference SOURCE = rfc(7515, "4.1.11");

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.of(
                    ConditionInfo.of(JWT, "crit-unknown", "a token whose crit names a header member that nobody knows")
                            .core()
                            .changes("header crit", "header naysayer")
                            .because(
                                    "Whoever overlooks what was called critical does not know what was agreed.",
                                    must(SOURCE)),
                    (good, forge) -> good.withHeader("naysayer", "unknown").withHeader("crit", List.of("naysayer"))),
            Variant.of(
                    ConditionInfo.of(JWT, "crit-empty", "a token whose crit is an empty list")
                            .acceptedOrRefused(401)
                            .changes("header crit")
                            .because(
                                    "No issuer may send the empty list, and an API may take it for what it is: a mistake or a trial.",
                                    securityAdvice(SOURCE)),
                    ChangedHeader.to("crit", List.of())),
            Variant.of(
                    ConditionInfo.of(
                                    JWT,
                                    "crit-names-absent",
                                    "a token whose crit names a header member that is not there")
                            .changes("header crit")
                            .because("What is critical and missing cannot have been obeyed.", must(SOURCE)),
                    ChangedHeader.to("crit", List.of("exp"))),
            Variant.of(
                    ConditionInfo.of(JWT, "b64-false", "a token whose payload is said to be unencoded: b64 is false")
                            .changes("header b64", "header crit")
                            .because(
                                    "Two programs that read the payload in two ways see two different tokens.",
                                    must(rfc(7797, "7"))),
                    (good, forge) -> good.withHeader("b64", false).withHeader("crit", List.of("b64"))));

    private CriticalHeader() {}
}
