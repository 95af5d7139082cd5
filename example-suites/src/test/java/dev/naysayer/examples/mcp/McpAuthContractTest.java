package dev.naysayer.examples.mcp;

import dev.naysayer.engine.junit.AuthContract;

@AuthContract(value = "mcp.auth.yaml", target = McpTarget.class)
class McpAuthContractTest {}
