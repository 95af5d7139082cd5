package dev.naysayer.examples.correct;

import com.github.tomakehurst.wiremock.http.Request;
import dev.naysayer.examples.orders.Refusal;
import java.util.Optional;

/** Decides who gets in. */
interface Guard {

    /** What a request is answered that does not get in; nothing for one that does. */
    Optional<Refusal> refuse(Request request);

    /** What a message is answered that cannot be read. */
    Refusal unreadable();
}
