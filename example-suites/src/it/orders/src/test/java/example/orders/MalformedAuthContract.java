package example.orders;

import dev.naysayer.engine.junit.AuthContract;

/** Its suite has three mistakes; its name keeps it out of what runs unasked. */
@AuthContract(value = "malformed.auth.yaml", target = OrdersTarget.class)
class MalformedAuthContract {}
