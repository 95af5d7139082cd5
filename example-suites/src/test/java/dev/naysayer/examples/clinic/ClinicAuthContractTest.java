package dev.naysayer.examples.clinic;

import dev.naysayer.engine.junit.AuthContract;

@AuthContract(value = "clinic.auth.yaml", target = ClinicTarget.class)
class ClinicAuthContractTest {}
