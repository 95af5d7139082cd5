package dev.naysayer.examples.door;

import dev.naysayer.engine.junit.AuthContract;

@AuthContract(value = "door.auth.yaml", target = DoorTarget.class)
class DoorAuthContractTest {}
