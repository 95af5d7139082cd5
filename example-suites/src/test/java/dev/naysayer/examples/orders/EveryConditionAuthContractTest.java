package dev.naysayer.examples.orders;

import dev.naysayer.engine.junit.AuthContract;

/** The Orders API, which trusts the tests' own issuer, under every condition there is for a bearer token. */
@AuthContract(value = "every-condition.auth.yaml", target = IssuerTrustingTarget.class)
public class EveryConditionAuthContractTest {}
