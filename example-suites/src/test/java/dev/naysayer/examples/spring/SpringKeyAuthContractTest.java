package dev.naysayer.examples.spring;

import dev.naysayer.engine.junit.AuthContract;

@AuthContract(value = "spring-key.auth.yaml", target = SpringIssuedTarget.class)
class SpringKeyAuthContractTest {}
