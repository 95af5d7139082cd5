package dev.naysayer.dsl.read;

import dev.naysayer.dsl.GraphqlDocument;
import dev.naysayer.dsl.GraphqlRequest;
import dev.naysayer.dsl.RequestBody;
import dev.naysayer.dsl.RequestFields;
import dev.naysayer.dsl.Template;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Interpolation;
import dev.naysayer.dsl.source.Problems;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** {@code graphql:} and {@code variables:} of an operation. */
final class GraphqlParser {

    /** Media types of bodies that {@code graphql:} takes the place of. */
    private static final List<String> BODIES = List.of("body", "body-file", "media-type");

    /** GraphQL over HTTP, section Request. */
    private static final Set<String> METHODS = Set.of("GET", "POST");

    private final Problems problems;
    private final Interpolation interpolation;

    GraphqlParser(Problems problems, Interpolation interpolation) {
        this.problems = problems;
        this.interpolation = interpolation;
    }

    /** Null where the operation asks for no GraphQL, and where there is a problem. */
    @Nullable
    GraphqlRequest parse(ScalarNode name, String method, Fields operation) {
        Node document = operation.get("graphql");
        Node variables = operation.get("variables");
        if (document == null) {
            if (variables != null) {
                problems.at(
                        variables,
                        "there is no document whose variables these are",
                        "add 'graphql', or leave them out");
            }
            return null;
        }
        for (String key : BODIES) {
            Node body = operation.get(key);
            if (body != null) {
                problems.at(
                        body, "'graphql' says already what is sent", "keep one of 'graphql' and '%s'".formatted(key));
            }
        }
        if (!METHODS.contains(method)) {
            problems.at(name, "no GraphQL request is a %s".formatted(method), "write POST, or GET for what only reads");
        }
        ScalarNode text = Fields.scalar(document, "'graphql'", problems);
        return text == null ? null : request(text, variables(variables), method);
    }

    private @Nullable GraphqlRequest request(ScalarNode node, @Nullable RequestBody variables, String method) {
        Template template = interpolation.template(node, false);
        if (template == null) {
            return null;
        }
        GraphqlRequest request = new GraphqlRequest(template, variables, false);
        try {
            boolean mutates = GraphqlDocument.of(request.text()).mutates();
            if (mutates && method.equals("GET")) {
                problems.at(
                        node, "a mutation is never asked for by GET (GraphQL over HTTP, section GET)", "write POST");
            }
            return new GraphqlRequest(template, variables, mutates);
        } catch (GraphqlDocument.Malformed e) {
            problems.at(node, String.valueOf(e.getMessage()), e.nextStep);
            return null;
        }
    }

    private @Nullable RequestBody variables(@Nullable Node node) {
        if (node == null) {
            return null;
        }
        boolean refers = node instanceof ScalarNode scalar && Interpolation.hasReference(scalar.getValue());
        if (!(node instanceof MappingNode) && !refers) {
            problems.at(node, "'variables' is no mapping", "write a value for each name: {id: 1001}");
            return null;
        }
        return new JsonBody(problems, interpolation, "variables").parse(node, null);
    }

    /** Headers and parameters of its requests: what the suite says, and what a GraphQL request has besides. */
    static RequestFields fields(GraphqlRequest request, String method, RequestFields said) {
        RequestFields own = new RequestFields(
                said.header(RequestFields.ACCEPT).isPresent()
                        ? List.of()
                        : List.of(new RequestFields.Field(RequestFields.ACCEPT, Template.of(GraphqlRequest.ACCEPT))),
                method.equals("GET") ? request.parameters() : List.of());
        return own.over(said);
    }
}
