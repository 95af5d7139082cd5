package dev.naysayer.examples.door;

import dev.naysayer.engine.junit.AuthContract;

@AuthContract(value = "policies.auth.yaml", target = DoorTarget.Key.class)
class PolicyDoorAuthContractTest {}
