package example.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A unit test beside a contract. */
class OrdersTest {

    @Test
    @Tag("fast")
    void two_and_two_are_four() {
        assertEquals(4, 2 + 2);
    }
}
