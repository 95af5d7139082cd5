package com.example.orders;

import dev.naysayer.engine.junit.AuthContract;

@AuthContract(value = "orders.auth.yaml", target = OrdersContainer.class)
class OrdersAuthContractTest {}
