package dev.naysayer.engine.rule.comparison;

import dev.naysayer.dsl.GraphqlDocument;
import dev.naysayer.dsl.GraphqlRequest;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.RequestBody;
import dev.naysayer.dsl.RequestFields;
import dev.naysayer.dsl.Sha256;
import dev.naysayer.dsl.Template;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The forms in which a GraphQL API can be asked for the same, or for what it has. */
final class GraphqlForms {

    private static final GraphqlRequest INTROSPECTION =
            new GraphqlRequest(Template.of("{ __schema { queryType { name } } }"), null, false);

    /** Apollo's protocol: the hash alone, and the document only if the server asks for it. */
    private static final String PERSISTED =
            "{\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"%s\"}}}";

    /** What a browser says beside it; RFC 2606 section 2: no host is ever called so. */
    private static final RequestFields OF_ANOTHER_SITE = new RequestFields(
            List.of(
                    new RequestFields.Field("Origin", Template.of("https://elsewhere.example")),
                    new RequestFields.Field("Sec-Fetch-Site", Template.of("cross-site"))),
            List.of());

    private GraphqlForms() {}

    /**
     * What an operation is asked for in other forms, by the kind of question.
     *
     * @param closed whether the whole endpoint is: only then it matters whether it shows what it has
     */
    static Map<Probe, Operation> of(Operation operation, GraphqlRequest asked, boolean closed) {
        Map<Probe, Operation> forms = new EnumMap<>(Probe.class);
        if (closed) {
            forms.put(Probe.GRAPHQL_INTROSPECTION, same(operation, INTROSPECTION));
            asked.with(it -> it.withFirstField("Naysayer"))
                    .ifPresent(it -> forms.put(Probe.GRAPHQL_UNKNOWN_FIELD, same(operation, it)));
        }
        // An API that lets it through would do it; by GET no mutation may be asked for at all.
        if (!asked.mutates()) {
            asked.with(GraphqlDocument::withAliases)
                    .ifPresent(it -> forms.put(Probe.GRAPHQL_ALIASES, same(operation, it)));
            forms.put(Probe.GRAPHQL_BATCH, posted(operation, GraphqlRequest.batch(List.of(asked, asked))));
            forms.put(Probe.GRAPHQL_OTHER_METHOD, otherMethod(operation, asked));
            forms.put(Probe.GRAPHQL_PERSISTED, posted(operation, RequestBody.json(PERSISTED.formatted(hash(asked)))));
        }
        return forms;
    }

    /** Asked for as a link asks. */
    static Operation byGet(Operation operation, GraphqlRequest request) {
        return got(operation, request);
    }

    /** Asked for as a page of another site can have a browser ask, without asking the API first (Fetch, CORS-safelisted request-header). */
    static Operation asText(Operation operation, GraphqlRequest request) {
        RequestBody body = request.body();
        return posted(operation, new RequestBody("text/plain", body.text(), body.bytes(), body.secrets()))
                .adding(OF_ANOTHER_SITE);
    }

    private static Operation same(Operation operation, GraphqlRequest request) {
        return operation.method().equals("GET") ? got(operation, request) : posted(operation, request.body());
    }

    private static Operation otherMethod(Operation operation, GraphqlRequest request) {
        return operation.method().equals("GET") ? posted(operation, request.body()) : got(operation, request);
    }

    private static Operation posted(Operation operation, RequestBody body) {
        return operation.asking("POST", body, operation.fields().without(List.of(), GraphqlRequest.PARAMETERS));
    }

    private static Operation got(Operation operation, GraphqlRequest request) {
        RequestFields rest = operation.fields().without(List.of(), GraphqlRequest.PARAMETERS);
        return operation.asking("GET", null, new RequestFields(List.of(), request.parameters()).over(rest));
    }

    private static String hash(GraphqlRequest request) {
        return HexFormat.of().formatHex(Sha256.of(request.text()));
    }
}
