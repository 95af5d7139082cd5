package example.billing;

import dev.naysayer.engine.junit.AuthContract;

@AuthContract("billing.auth.yaml")
class BillingAuthContractTest {}
