package dev.naysayer.examples.spring;

import dev.naysayer.engine.junit.AuthContract;

@AuthContract(value = "spring-reference.auth.yaml", target = SpringIssuedTarget.class)
class SpringReferenceAuthContractTest {}
