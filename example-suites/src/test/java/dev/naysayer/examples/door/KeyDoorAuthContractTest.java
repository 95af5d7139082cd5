package dev.naysayer.examples.door;

import dev.naysayer.engine.junit.AuthContract;

@AuthContract(value = "key.auth.yaml", target = DoorTarget.Key.class)
class KeyDoorAuthContractTest {}
