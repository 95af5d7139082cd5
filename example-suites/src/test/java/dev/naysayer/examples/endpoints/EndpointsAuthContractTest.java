package dev.naysayer.examples.endpoints;

import dev.naysayer.engine.junit.AuthContract;

@AuthContract(value = "endpoints.auth.yaml", target = EndpointsTarget.class)
class EndpointsAuthContractTest {}
