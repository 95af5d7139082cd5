package dev.naysayer.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What an operation asks of a GraphQL API (GraphQL over HTTP, section Request).
 *
 * @param document as it is written, with one operation
 * @param variables JSON with the values of the document's variables, or null where it has none
 * @param mutates whether its operation is a mutation; all others have no side effects
 */
public record GraphqlRequest(Template document, @Nullable RequestBody variables, boolean mutates) {

    /** What is accepted where the suite says nothing: the media type whose status counts, before the one that has always been there. */
    public static final String ACCEPT = "application/graphql-response+json, application/json;q=0.9";

    private static final String QUERY = "query";
    private static final String VARIABLES = "variables";

    /** The query parameters of a GET. */
    public static final List<String> PARAMETERS = List.of(QUERY, VARIABLES);

    /** As the body of a POST. */
    public RequestBody body() {
        List<Template.Piece> pieces = new ArrayList<>();
        pieces.add(Template.Piece.literal("{\"query\":\""));
        pieces.addAll(escaped(document));
        pieces.add(Template.Piece.literal("\""));
        if (variables != null) {
            pieces.add(Template.Piece.literal(",\"variables\":"));
            pieces.addAll(variables.text().pieces());
        }
        pieces.add(Template.Piece.literal("}"));
        return json(new Template(pieces));
    }

    /** Several requests in one body: what no draft knows, and many servers do. */
    public static RequestBody batch(List<GraphqlRequest> requests) {
        List<Template.Piece> pieces = new ArrayList<>();
        List<Secret> secrets = new ArrayList<>();
        for (GraphqlRequest request : requests) {
            RequestBody body = request.body();
            pieces.add(Template.Piece.literal(pieces.isEmpty() ? "[" : ","));
            pieces.addAll(body.text().pieces());
            secrets.addAll(body.secrets());
        }
        pieces.add(Template.Piece.literal("]"));
        return new RequestBody(null, new Template(pieces), false, secrets);
    }

    private RequestBody json(Template text) {
        return new RequestBody(
                null,
                text,
                false,
                Stream.concat(
                                document.secrets().stream(),
                                variables == null ? Stream.empty() : variables.secrets().stream())
                        .toList());
    }

    /** As the query parameters of a GET. */
    public List<RequestFields.Field> parameters() {
        RequestFields.Field query = new RequestFields.Field(QUERY, document);
        return variables == null
                ? List.of(query)
                : List.of(query, new RequestFields.Field(VARIABLES, variables.text()));
    }

    /** The same request with another document, which is made of this one; empty where it cannot be made. */
    public Optional<GraphqlRequest> with(Function<GraphqlDocument, Optional<String>> change) {
        try {
            return change.apply(GraphqlDocument.of(text()))
                    .map(other -> new GraphqlRequest(document.sentAs(other), variables, mutates));
        } catch (GraphqlDocument.Malformed e) {
            throw new IllegalStateException("was read before", e);
        }
    }

    /** The document as it is sent; what is made anew for each request has the name of its kind there. */
    public String text() {
        return document.fill(Template.Fresh::name).sent().reveal();
    }

    private static List<Template.Piece> escaped(Template text) {
        return text.pieces().stream()
                .map(piece -> {
                    Secret value = piece.value();
                    return value == null
                            ? new Template.Piece(escaped(piece.written()), null, piece.fresh())
                            : Template.Piece.given(escaped(piece.written()), escaped(value.reveal()));
                })
                .toList();
    }

    private static String escaped(String text) {
        String quoted = JsonNodeFactory.instance.stringNode(text).toString();
        return quoted.substring(1, quoted.length() - 1);
    }
}
