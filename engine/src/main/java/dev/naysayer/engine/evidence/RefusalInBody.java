package dev.naysayer.engine.evidence;

import dev.naysayer.engine.standard.Registered;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A body that says no, whatever the status says.
 *
 * <p>Problem: data may have an {@code error}, {@code code} or {@code status} of its own, and a forged token that got data must
 * not pass for one that was refused. Choice: in an envelope these count only where nothing stands beside them but words about
 * the answer itself.
 *
 * @param form how it is told, on which it depends what the status has to be
 * @param words what says so, {@code 'errors' without 'data'}
 * @param ofCredential whether a number, a code or a sentence says that it is about the credential
 */
public record RefusalInBody(Form form, String words, boolean ofCredential) {

    /** How a body tells it. */
    public enum Form {
        /** An error member, problem details, JSON-RPC or an event: HTTP's own statuses are meant for it. */
        ENVELOPE,
        /** A GraphQL response without any data, of the media type whose status counts. */
        GRAPHQL_REQUEST_ERROR,
        /** A GraphQL response with data, be it null, of the media type whose status counts: it has to be one of success. */
        GRAPHQL_EXECUTED,
        /** A GraphQL response of the older media type, for which a status of success is foreseen. */
        GRAPHQL_OLDER
    }

    /** What tells of an answer and holds nothing of what was asked for; in lower case, without hyphens and underscores. */
    private static final Set<String> ABOUT_THE_ANSWER = Set.of(
            ("error errors errorcode errorid errortype errormessage errormsg errordescription errorsummary erroruri"
                            + " errcode errmsg exception message messages msg detail details title type instance"
                            + " description reason cause causes hint info code subcode status statuscode statustext"
                            + " httpstatus success succeeded ok isok iserror failed timestamp time date path uri url method"
                            + " requestid traceid spanid correlationid transactionid logid meta metadata extensions"
                            + " documentationurl moreinfo help helpurl loginurl redirect redirecturl service server"
                            + " version apiversion lang locale realm scope stack stacktrace trace")
                    .split(" "));

    /** Members that hold what was asked for, where there is any. */
    private static final Set<String> PAYLOADS = Set.of("data", "result", "results", "response", "payload", "content");

    private static final List<String> NUMBERS =
            List.of("status", "code", "statusCode", "status_code", "httpStatus", "errorCode", "error_code", "errcode");
    private static final List<String> NUMBERED = List.of("error", "meta", "data", "extensions");

    /** 401, and what an API puts behind it: 40103. */
    private static final Pattern OF_CREDENTIAL = Pattern.compile("40[13](?:\\d\\d)?");

    private static final Pattern OF_AN_ERROR = Pattern.compile("[45]\\d\\d|40[13]\\d\\d");

    /** RFC 6749 sections 4.1.2.1 and 5.2, RFC 6750 section 3.1, RFC 9449 section 12.2, RFC 9470 section 3. */
    private static final Set<String> OAUTH_ERRORS = Stream.concat(
                    Registered.ERRORS.stream(),
                    Stream.of("access_denied", "invalid_client", "invalid_grant", "unauthorized_client"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern FAILURE = Pattern.compile("(?i)error|fail(?:ed|ure)?");
    private static final Pattern SAYS_NO = Pattern.compile(
            "(?i)(?:401 |403 )?(?:unauthori[sz]ed|unauthenticated|forbidden|access denied|not (?:authenticated|authori[sz]ed|logged in)"
                    + "|(?:authentication|authorization|login) required"
                    + "|(?:invalid|expired|missing|bad) (?:access )?(?:token|credentials|api key)"
                    + "|(?:access )?(?:token|credentials|api key) (?:is |has )?(?:invalid|expired|missing))[.!]?");

    /**
     * What a body says; null where it says no such thing.
     *
     * @param asksGraphql whether the request may have been a GraphQL request
     */
    static @Nullable RefusalInBody of(ErrorBody body, boolean asksGraphql) {
        if (FirstEvent.MEDIA_TYPE.equals(body.mediaType())) {
            return ofEvent(FirstEvent.of(body.text()), asksGraphql);
        }
        JsonNode json = body.json();
        boolean graphql = GraphqlResponse.MEDIA_TYPE.equals(body.mediaType());
        RefusalInBody told = json == null ? null : ofJson(json, asksGraphql || graphql, graphql);
        return told == null && body.problem() != null ? envelope("problem details") : told;
    }

    private static @Nullable RefusalInBody ofEvent(@Nullable FirstEvent event, boolean asksGraphql) {
        if (event == null) {
            return null;
        }
        JsonNode data = ErrorBody.json(event.data());
        RefusalInBody told = data == null ? null : ofJson(data, asksGraphql, false);
        if (told != null) {
            return new RefusalInBody(told.form(), told.words() + " in the first event", told.ofCredential());
        }
        return event.tellsOfAnError() ? envelope("an 'error' as the first event") : null;
    }

    /** Of a batch the first answer, where all of them say no. */
    private static @Nullable RefusalInBody ofJson(JsonNode json, boolean asksGraphql, boolean statusCounts) {
        if (json.isArray()) {
            List<@Nullable RefusalInBody> all = StreamSupport.stream(json.spliterator(), false)
                    .<@Nullable RefusalInBody>map(
                            one -> isOfABatch(one) ? ofJson(one, asksGraphql, statusCounts) : null)
                    .toList();
            return all.isEmpty() || all.contains(null) ? null : all.get(0);
        }
        if (!json.isObject()) {
            return null;
        }
        if (json.path("jsonrpc").asString("").equals("2.0")) {
            return ofJsonRpc(json);
        }
        return asksGraphql && isGraphql(json) ? ofGraphql(json, statusCounts) : ofEnvelope(json);
    }

    private static boolean isOfABatch(JsonNode one) {
        return one.has("jsonrpc") || isGraphql(one);
    }

    /** JSON-RPC 2.0 section 5, and the result of an MCP tool that failed. */
    private static @Nullable RefusalInBody ofJsonRpc(JsonNode json) {
        JsonNode error = json.path("error");
        if (error.isObject()) {
            String code = error.path("code").asString("");
            return new RefusalInBody(
                    Form.ENVELOPE,
                    "a JSON-RPC 'error'" + (code.matches("-?\\d{1,9}") ? ", code " + code : ""),
                    OF_CREDENTIAL.matcher(code).matches());
        }
        return json.path("result").path("isError").asBoolean(false) ? envelope("'result.isError': true") : null;
    }

    private static boolean isGraphql(JsonNode json) {
        GraphqlResponse response = new GraphqlResponse(json);
        return response.fault().isEmpty() && !response.errors().isEmpty();
    }

    private static @Nullable RefusalInBody ofGraphql(JsonNode json, boolean statusCounts) {
        JsonNode data = json.path("data");
        boolean ofCredential =
                new GraphqlResponse(json).errors().stream().anyMatch(GraphqlResponse::hasCodeOfCredential);
        if (data.isMissingNode()) {
            Form form = statusCounts ? Form.GRAPHQL_REQUEST_ERROR : Form.GRAPHQL_OLDER;
            return new RefusalInBody(form, "'errors' without 'data'", ofCredential);
        }
        Form form = statusCounts ? Form.GRAPHQL_EXECUTED : Form.GRAPHQL_OLDER;
        if (data.isNull()) {
            return new RefusalInBody(form, "'errors' with 'data': null", ofCredential);
        }
        return isNothing(data) ? new RefusalInBody(form, "'errors' with nothing in 'data'", ofCredential) : null;
    }

    private static @Nullable RefusalInBody ofEnvelope(JsonNode json) {
        return holdsNothing(json) ? signal(json) : null;
    }

    private static @Nullable RefusalInBody signal(JsonNode json) {
        RefusalInBody number = number(json, "");
        for (String member : NUMBERED) {
            number = number == null ? number(json.path(member), member + ".") : number;
        }
        if (number != null) {
            return number;
        }
        JsonNode error = json.path("error");
        if (OAUTH_ERRORS.contains(error.asString(""))) {
            return new RefusalInBody(Form.ENVELOPE, "'error': " + error, true);
        }
        for (String member : List.of("success", "ok")) {
            if (json.path(member).isBoolean() && !json.path(member).booleanValue()) {
                return envelope("'%s': false".formatted(member));
            }
        }
        if (error.isObject() || !error.asString("false").matches("|0|false")) {
            return new RefusalInBody(Form.ENVELOPE, "an 'error'", saysNo(error) || saysNo(error.path("message")));
        }
        if (!isNothing(json.path("errors"))) {
            return envelope("'errors'");
        }
        if (FAILURE.matcher(json.path("status").asString("")).matches()) {
            return envelope("'status': " + json.path("status"));
        }
        return saysNo(json.path("message")) || saysNo(json.path("msg"))
                ? new RefusalInBody(Form.ENVELOPE, "a message that says no", true)
                : null;
    }

    private static @Nullable RefusalInBody number(JsonNode json, String place) {
        for (String member : NUMBERS) {
            String number = json.path(member).asString("");
            if (OF_AN_ERROR.matcher(number).matches()) {
                return new RefusalInBody(
                        Form.ENVELOPE,
                        "'%s%s': %s".formatted(place, member, json.get(member)),
                        OF_CREDENTIAL.matcher(number).matches());
            }
        }
        return null;
    }

    static boolean saysNo(JsonNode text) {
        return SAYS_NO.matcher(text.asString("").strip()).matches();
    }

    private static boolean holdsNothing(JsonNode json) {
        return json.properties().stream().allMatch(member -> {
            String name = Ascii.lower(member.getKey()).replace("-", "").replace("_", "");
            JsonNode value = member.getValue();
            return isNothing(value)
                    || ABOUT_THE_ANSWER.contains(name)
                    || (PAYLOADS.contains(name) && value.isObject() && holdsNothing(value))
                    || (name.equals("name") && value.asString("").matches("\\w+(?:Error|Exception)"));
        });
    }

    /** Null, empty, false or zero, however deep. */
    static boolean isNothing(JsonNode json) {
        return json.isContainer()
                ? StreamSupport.stream(json.spliterator(), false).allMatch(RefusalInBody::isNothing)
                : json.isMissingNode() || json.isNull() || json.asString("").matches("|0|false");
    }

    private static RefusalInBody envelope(String words) {
        return new RefusalInBody(Form.ENVELOPE, words, false);
    }
}
