package dev.naysayer.dsl.openapi;

import dev.naysayer.dsl.DocumentPlace;
import dev.naysayer.dsl.DocumentedAnswers;
import dev.naysayer.dsl.DocumentedServer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code responses} of an operation, those of refusals: what is served is no matter of a suite. */
final class OpenApiAnswers {

    /** Described by {@code content}, wherever the document has it among the headers (OpenAPI 3.2 section Response Object). */
    private static final Set<String> NOT_A_HEADER = Set.of("content-type");

    private final OpenApiFiles files;
    private final OpenApiSchemas schemas;
    private final @Nullable DocumentedServer server;
    private final Map<DocumentNode, DocumentedAnswers.Answer> known = new LinkedHashMap<>();

    /** @param server where the document says that the API is, or null */
    OpenApiAnswers(OpenApiFiles files, OpenApiSchemas schemas, @Nullable DocumentedServer server) {
        this.server = server;
        this.files = files;
        this.schemas = schemas;
    }

    /** What is said of the answers of an operation; empty where nothing is. */
    Optional<DocumentedAnswers> of(DocumentNode operation) {
        return operation.get("responses").map(responses -> {
            Map<String, DocumentedAnswers.Answer> byStatus = new LinkedHashMap<>();
            for (DocumentNode response : responses.members()) {
                String status = response.name().toUpperCase(Locale.ROOT);
                if (status.matches("4\\d\\d|4XX")) {
                    add(status, response, byStatus);
                } else if (status.equals("DEFAULT")) {
                    add("default", response, byStatus);
                }
            }
            return new DocumentedAnswers(files.place(responses), byStatus, server);
        });
    }

    private void add(String status, DocumentNode response, Map<String, DocumentedAnswers.Answer> byStatus) {
        files.resolved(response)
                .map(it -> known.computeIfAbsent(it, this::answer))
                .ifPresent(it -> byStatus.put(status, it));
    }

    private DocumentedAnswers.Answer answer(DocumentNode response) {
        Map<String, DocumentedAnswers.Body> bodies = new LinkedHashMap<>();
        response.get("content").stream()
                .flatMap(it -> it.members().stream())
                .forEach(it -> files.resolved(it)
                        .ifPresent(body -> bodies.put(
                                it.name(),
                                new DocumentedAnswers.Body(
                                        files.place(it),
                                        body.get("schema").map(schemas::of).orElse(null)))));
        Map<String, DocumentPlace> headers = new LinkedHashMap<>();
        response.get("headers").stream()
                .flatMap(it -> it.members().stream())
                .filter(it -> !NOT_A_HEADER.contains(it.name().toLowerCase(Locale.ROOT)))
                .forEach(it -> files.resolved(it)
                        .filter(header -> "true".equals(header.text("required")))
                        .ifPresent(header -> headers.put(it.name(), files.place(it))));
        return new DocumentedAnswers.Answer(files.place(response), bodies, headers);
    }
}
