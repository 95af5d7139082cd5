package dev.naysayer.dsl;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an OpenAPI document says of the answers of one operation.
 *
 * @param at where it says so
 * @param byStatus each by {@code 401}, {@code 4XX} or {@code default}, in the document's order
 * @param server where the document says that the API is, or null where it says nothing of it
 */
public record DocumentedAnswers(
        DocumentPlace at,
        Map<String, Answer> byStatus,
        @Nullable DocumentedServer server) {

    public DocumentedAnswers {
        byStatus = Collections.unmodifiableMap(new LinkedHashMap<>(byStatus));
    }

    /**
     * One of them.
     *
     * @param at where
     * @param bodies what a body may be, by media type or range; none where the document is silent about bodies
     * @param headers those that have to be there, by their names without regard to case
     */
    public record Answer(DocumentPlace at, Map<String, Body> bodies, Map<String, DocumentPlace> headers) {

        public Answer {
            bodies = Collections.unmodifiableMap(new LinkedHashMap<>(bodies));
            Map<String, DocumentPlace> inAnyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            inAnyCase.putAll(headers);
            headers = Collections.unmodifiableMap(inAnyCase);
        }

        /**
         * What a body of this media type may be, the most specific first (OpenAPI 3.2 section Response Object): itself, {@code
         * application/*}, {@code *}{@code /*}. Empty where none is meant.
         *
         * @param mediaType type and subtype without parameters
         */
        public Optional<Body> body(String mediaType) {
            String range = mediaType.split("/", 2)[0] + "/*";
            return Stream.of(mediaType, range, "*/*")
                    .flatMap(wanted -> bodies.entrySet().stream()
                            .filter(it -> withoutParameters(it.getKey()).equalsIgnoreCase(wanted)))
                    .map(Map.Entry::getValue)
                    .findFirst();
        }

        private static String withoutParameters(String mediaType) {
            return mediaType.split(";", 2)[0].strip();
        }
    }

    /**
     * What a body of one media type is.
     *
     * @param at where
     * @param schema what it has to match, or null where the document does not say
     */
    public record Body(DocumentPlace at, @Nullable DocumentedSchema schema) {}

    /** What is said of an answer with this status, the most specific first; empty where it is not documented. */
    public Optional<Answer> of(int status) {
        return List.of(String.valueOf(status), "%dXX".formatted(status / 100), "default").stream()
                .map(byStatus::get)
                .flatMap(Stream::ofNullable)
                .findFirst();
    }
}
