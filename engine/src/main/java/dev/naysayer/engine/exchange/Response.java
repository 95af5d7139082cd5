package dev.naysayer.engine.exchange;

import java.util.List;

/**
 * What came back, redacted: a secret that the API sent back is replaced, and its place kept in {@code echoes}.
 *
 * @param status the status code
 * @param headers every field line in its order on the wire, names as they were sent
 * @param body the content, cut at the client's limit
 * @param echoes where a presented secret stood: {@code the body}, {@code header WWW-Authenticate}
 * @param unsearched whether a presented secret is so short that it was not looked for
 */
public record Response(int status, List<Header> headers, Body body, List<String> echoes, boolean unsearched) {

    /** An answer to secrets that could all be looked for. */
    public Response(int status, List<Header> headers, Body body, List<String> echoes) {
        this(status, headers, body, echoes, false);
    }

    /** The values of every line of a field, in order; the name is compared without regard to case (RFC 9110 section 5.1). */
    public List<String> headers(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }
}
