package dev.naysayer.examples.door;

import dev.naysayer.engine.junit.AuthContract;

@AuthContract(value = "digest.auth.yaml", target = DoorTarget.Digest.class)
class DigestDoorAuthContractTest {}
