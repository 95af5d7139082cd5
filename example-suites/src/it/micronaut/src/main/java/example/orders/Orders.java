package example.orders;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;

/** A small resource server. */
@Controller("/orders")
@Secured(SecurityRule.IS_AUTHENTICATED)
class Orders {

    @Get
    List<String> all() {
        return List.of("book");
    }
}
