package example.billing;

import dev.naysayer.engine.junit.AuthContract;

/** Needs a variable that the first build does not set. */
@AuthContract("keyed.auth.yaml")
class KeyedAuthContractTest {}
