package dev.naysayer.examples.session;

import dev.naysayer.engine.junit.AuthContract;

@AuthContract(value = "members.auth.yaml", target = MembersTarget.class)
class MembersAuthContractTest {}
