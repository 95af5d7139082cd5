package dev.naysayer.examples.spring;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The operations, which know nothing of security. */
@RestController
class SpringOrdersController {

    record NewOrder(String item, int quantity) {}

    record Order(int id, String item, int quantity) {}

    @GetMapping("/orders")
    List<Order> all() {
        return List.of(one(1001));
    }

    @GetMapping("/orders/{id}")
    Order one(@PathVariable int id) {
        return new Order(id, "book", 1);
    }

    @PostMapping("/orders")
    @ResponseStatus(HttpStatus.CREATED)
    Order create(@RequestBody NewOrder order) {
        return new Order(1002, order.item(), order.quantity());
    }
}
