package dev.naysayer.examples.bank;

import dev.naysayer.engine.junit.AuthContract;

@AuthContract(value = "bank-ladder.auth.yaml", target = BankTarget.class)
class BankLadderAuthContractTest {}
