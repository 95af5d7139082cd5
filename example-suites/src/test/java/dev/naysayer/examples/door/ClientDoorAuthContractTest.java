package dev.naysayer.examples.door;

import dev.naysayer.engine.junit.AuthContract;

@AuthContract(value = "client.auth.yaml", target = DoorTarget.Client.class)
class ClientDoorAuthContractTest {}
