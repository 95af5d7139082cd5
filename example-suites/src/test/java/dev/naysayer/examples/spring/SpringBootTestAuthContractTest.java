package dev.naysayer.examples.spring;

import dev.naysayer.engine.junit.AuthContract;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** No target: Spring Boot starts the application as for any other test. */
@AuthContract("spring-boot-test.auth.yaml")
@SpringBootTest(
        classes = SpringOrders.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.main.banner-mode=off",
            "server.servlet.context-path=/shop",
            "spring.security.oauth2.resourceserver.jwt.issuer-uri=${naysayer.issuer}",
            "spring.security.oauth2.resourceserver.jwt.audiences=" + RequestedAudience.ORDERS
        })
class SpringBootTestAuthContractTest {}
