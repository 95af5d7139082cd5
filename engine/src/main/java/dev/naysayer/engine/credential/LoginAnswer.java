package dev.naysayer.engine.credential;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an answer to a log-in or a logout does to the cookies of whoever asked; it holds none of their values.
 *
 * @param method how it was asked
 * @param uri who was asked
 * @param ended the name of the cookie whose session a logout has ended; null of a log-in
 * @param status the status code
 * @param fields its field lines that are about cookies, and {@code Date}
 */
public record LoginAnswer(String method, URI uri, @Nullable String ended, int status, List<Credential.Part> fields) {

    public LoginAnswer {
        fields = List.copyOf(fields);
    }

    /** What was asked: equal requests are answered alike, so one of their answers is enough. */
    public String asked() {
        return "%s %s %s".formatted(method, uri, ended);
    }
}
