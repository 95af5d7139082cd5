package example.orders;

import dev.naysayer.engine.junit.AuthContract;

@AuthContract("orders.auth.yaml")
class OrdersAuthContractTest {}
