package dev.naysayer.examples.spring;

import dev.naysayer.engine.junit.AuthContract;

@AuthContract(value = "spring-expiring.auth.yaml", target = SpringIssuedTarget.class)
class SpringExpiringAuthContractTest {}
