package dev.naysayer.examples.orders;

import com.github.tomakehurst.wiremock.http.Request;
import java.util.Optional;
import java.util.Set;

/** The places where an API can go wrong: it misjudges a request, or it words the refusal badly. */
public interface Deviation {

    /** The Orders API as it ought to be. */
    Deviation NONE = new Deviation() {};

    /** Whether the API lets a request pass that has this wrong with it. */
    default boolean overlooks(Ground ground) {
        return false;
    }

    /** What the API refuses a request for that has all this wrong with it; nothing where it lets the request pass. */
    default Optional<Ground> judge(Request request, Set<Ground> grounds) {
        return grounds.stream().filter(ground -> !overlooks(ground)).findFirst();
    }

    /** What the API sends in place of a correct refusal. */
    default Refusal spoil(Refusal correct) {
        return correct;
    }
}
