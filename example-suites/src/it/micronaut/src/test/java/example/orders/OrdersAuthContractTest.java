package example.orders;

import dev.naysayer.engine.junit.AuthContract;

@AuthContract(value = "orders.auth.yaml", target = OrdersTarget.class)
class OrdersAuthContractTest {}
