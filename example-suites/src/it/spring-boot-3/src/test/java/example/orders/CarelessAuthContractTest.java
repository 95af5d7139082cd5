package example.orders;

import static org.mockito.BDDMockito.given;

import dev.naysayer.engine.junit.AuthContract;
import example.orders.OrdersApplication.Stock;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** A class for the suite alone, of the API with the flaw and without its database. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "server.servlet.context-path=/shop")
@AuthContract("orders.auth.yaml")
@ActiveProfiles("careless")
class CarelessAuthContractTest {

    @MockitoBean
    Stock stock;

    @Autowired
    void prepare(Stock mock) {
        given(mock.orders()).willReturn(List.of("book"));
    }
}
