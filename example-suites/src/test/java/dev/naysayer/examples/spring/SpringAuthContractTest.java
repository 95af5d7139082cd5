package dev.naysayer.examples.spring;

import dev.naysayer.engine.junit.AuthContract;

@AuthContract(value = "spring.auth.yaml", target = SpringOrdersTarget.class)
class SpringAuthContractTest {}
