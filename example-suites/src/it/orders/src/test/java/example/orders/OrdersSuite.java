package example.orders;

import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectClasspathResource;
import org.junit.platform.suite.api.Suite;

/** The way without an annotated class; its name keeps it out of what runs unasked. */
@Suite
@IncludeEngines("auth-contract")
@SelectClasspathResource("example/orders/session.auth.yaml")
class OrdersSuite {}
