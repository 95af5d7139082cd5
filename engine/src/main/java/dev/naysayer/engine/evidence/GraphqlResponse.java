package dev.naysayer.engine.evidence;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The body of an answer as a GraphQL response (the GraphQL specification, section Response).
 *
 * @param json the body, whatever it is
 */
public record GraphqlResponse(JsonNode json) {

    /** The media type of GraphQL responses whose status counts. */
    public static final String MEDIA_TYPE = "application/graphql-response+json";

    private static final Set<String> MEMBERS = Set.of("data", "errors", "extensions");

    /** What servers write: Apollo and most others, Spring, Hot Chocolate, Hasura, DGS. */
    private static final Pattern OF_CREDENTIAL = Pattern.compile(
            "(?i)unauthenticated|unauthori[sz]ed|forbidden|40[13]|auth_not_(?:authori[sz]ed|authenticated)|access-denied|invalid-jwt|permission_denied");

    /** Where they write it: Spring and graphql-java in the second, DGS in the third. */
    private static final List<String> CODES = List.of("code", "classification", "errorType");

    /** The response of an answer; null where its body is no JSON. */
    public static @Nullable GraphqlResponse of(ErrorBody body) {
        JsonNode json = body.json();
        return json == null ? null : new GraphqlResponse(json);
    }

    /** The same; null too where it is no GraphQL response that is well-formed. */
    public static @Nullable GraphqlResponse wellFormed(ErrorBody body) {
        GraphqlResponse response = of(body);
        return response == null || response.fault().isPresent() ? null : response;
    }

    /** What makes it none that is well-formed, {@code the member 'title'}; empty where nothing does. */
    public Optional<String> fault() {
        if (!json.isObject()) {
            return Optional.of("no object");
        }
        Optional<String> foreign = json.propertyNames().stream()
                .filter(name -> !MEMBERS.contains(name))
                .findFirst();
        if (foreign.isPresent()) {
            return foreign.map("the member '%s'"::formatted);
        }
        JsonNode errors = json.path("errors");
        if (errors.isMissingNode()) {
            return json.has("data") ? ofData() : Optional.of("neither 'data' nor 'errors'");
        }
        if (!errors.isArray() || errors.isEmpty()) {
            return Optional.of(errors.isArray() ? "an empty list of 'errors'" : "'errors' that are no list");
        }
        return errors().stream().allMatch(error -> error.path("message").isString())
                ? ofData()
                : Optional.of("an error without a 'message'");
    }

    private Optional<String> ofData() {
        JsonNode data = json.path("data");
        return data.isMissingNode() || data.isNull() || data.isObject()
                ? Optional.empty()
                : Optional.of("'data' that is no object");
    }

    /** Whether it holds data, be it null: the request was executed. */
    public boolean isExecuted() {
        return json.path("data").isObject() || json.path("data").isNull();
    }

    /** Whether it holds data that is not null. */
    public boolean hasData() {
        return json.path("data").isObject();
    }

    /** Whether there is anything in its data, or in that of one request of a batch. */
    public boolean servesSomething() {
        return json.isArray()
                ? StreamSupport.stream(json.spliterator(), false)
                        .anyMatch(one -> new GraphqlResponse(one).servesSomething())
                : json.isObject() && !RefusalInBody.isNothing(json.path("data"));
    }

    /** Its errors, in their order. */
    public List<JsonNode> errors() {
        return StreamSupport.stream(json.path("errors").spliterator(), false).toList();
    }

    /** What its errors say in {@code extensions.code}. */
    public List<String> codes() {
        return errors().stream()
                .map(error -> error.path("extensions").path("code"))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();
    }

    /** Its errors that tell of a credential or of a right, by a code or in plain words. */
    public List<JsonNode> refusals() {
        return errors().stream().filter(GraphqlResponse::isOfCredential).toList();
    }

    private static boolean isOfCredential(JsonNode error) {
        return hasCodeOfCredential(error) || RefusalInBody.saysNo(error.path("message"));
    }

    /** Whether its code is one of a credential or of a right. */
    static boolean hasCodeOfCredential(JsonNode error) {
        return CODES.stream()
                .map(name -> error.path("extensions").path(name).asString(""))
                .anyMatch(code -> OF_CREDENTIAL.matcher(code).matches());
    }

    /** Of one that is well-formed: whether an error says of a field that it is refused, and the field is not there, or null, as it has to be then. */
    public boolean refusesField() {
        return isExecuted() && refusals().stream().anyMatch(this::isWithheld);
    }

    private boolean isWithheld(JsonNode error) {
        JsonNode path = error.path("path");
        JsonNode at = json.path("data");
        if (!path.isArray()) {
            return at.isNull() || StreamSupport.stream(at.spliterator(), false).anyMatch(JsonNode::isNull);
        }
        for (JsonNode step : path) {
            at = step.isInt() ? at.path(step.intValue()) : at.path(step.asString(""));
        }
        return at.isNull() || at.isMissingNode();
    }
}
