package dev.naysayer.examples.orders;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.requestMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.matching.MatchResult;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.naysayer.examples.liberty.Liberty;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** What is answered to a request for what is no operation: 404, 405 with {@code Allow}, 501. */
public final class NoOperation {

    /** Stubs of a lower priority, which is a higher number, are never asked. */
    static final int LAST = 12;

    private static final String PARAMETER = "no-operation";
    private static final Set<RequestMethod> METHODS = Set.of(
            RequestMethod.GET,
            RequestMethod.HEAD,
            RequestMethod.OPTIONS,
            RequestMethod.POST,
            RequestMethod.PUT,
            RequestMethod.PATCH,
            RequestMethod.DELETE,
            RequestMethod.TRACE);

    private NoOperation() {}

    /** Whether this was no operation, and an API that looks at that first need not ask who asks. */
    public static boolean isAnsweredFirst(ServeEvent event, Set<Liberty> liberties) {
        return liberties.contains(Liberty.RESOURCE_FIRST)
                && event.getTransformerParameters().containsKey(PARAMETER);
    }

    /**
     * Answers whatever no other stub does.
     *
     * @param allowed the methods of each path, which is a regular expression
     * @param problem makes the answer with a status and a title
     */
    public static void answer(
            WireMockServer server,
            Map<String, String> allowed,
            Set<Liberty> liberties,
            BiFunction<Integer, String, ResponseDefinitionBuilder> problem) {
        server.stubFor(any(anyUrl()).atPriority(LAST).willReturn(marked(problem.apply(404, "Not found"))));
        allowed.forEach((path, methods) -> {
            server.stubFor(any(urlPathMatching(path))
                    .atPriority(LAST - 1)
                    .willReturn(marked(problem.apply(405, "Method not allowed").withHeader("Allow", methods))));
            server.stubFor(request("OPTIONS", urlPathMatching(path))
                    .atPriority(LAST - 2)
                    .willReturn(marked(aResponse().withStatus(204).withHeader("Allow", methods))));
        });
        server.stubFor(requestMatching(request -> MatchResult.of(!METHODS.contains(request.getMethod())))
                .atPriority(LAST - 2)
                .willReturn(marked(problem.apply(501, "Not implemented"))));
        if (liberties.contains(Liberty.TRACE_ECHOED)) {
            server.stubFor(request("TRACE", anyUrl())
                    .atPriority(LAST - 2)
                    .willReturn(marked(okForContentType("message/http", "TRACE / HTTP/1.1\r\n\r\n"))));
        }
    }

    private static ResponseDefinitionBuilder marked(ResponseDefinitionBuilder response) {
        return response.withTransformerParameter(PARAMETER, true);
    }
}
