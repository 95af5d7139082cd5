package dev.naysayer.examples.spring;

import dev.naysayer.engine.junit.AuthContract;

@AuthContract(value = "spring-issued.auth.yaml", target = SpringIssuedTarget.class)
class SpringIssuedAuthContractTest {}
