package example.orders;

import dev.naysayer.engine.junit.AuthContract;

/** The same suite by another class, for a process of its own; its name keeps it out of what runs unasked. */
@AuthContract(value = "orders.auth.yaml", target = OrdersTarget.class)
class OrdersAgainAuthContract {}
