package dev.naysayer.dsl;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One method and path template of the API under test.
 *
 * @param at where the suite names it
 * @param method the HTTP method, in upper case; of whatever name
 * @param path the path template as written, beginning with a slash, perhaps with a query
 * @param pathParameters a value for every {@code {name}} of the path
 * @param scopes what a token must carry to be let in; empty when the operation asks for none
 * @param mutates whether the author allows requests that may change data
 * @param control what the suite says of the case with the good credential
 * @param tags what its tests can be selected by, beside those of the suite
 * @param absent other values for the path, of a resource that is not there; empty where the author gives none
 * @param body the request body, or null to send none
 * @param requires which credentials open it
 * @param fields what its requests have beside credential and body, the suite's too
 * @param promises what is expected of it beside what the suite expects of all
 * @param objects whose the object is that the path leads to, and those of others
 * @param kind what it is to OAuth clients
 * @param documented what an OpenAPI document says of its answers, or null where none says anything
 * @param label what tells it apart from others of its method and path, {@code tools/call}; null where nothing has to
 * @param login what the login behind a token has to be like
 * @param graphql what it asks of a GraphQL API, which its body or its parameters hold too, or null where it is no GraphQL request
 */
public record Operation(
        Position at,
        String method,
        String path,
        Map<String, String> pathParameters,
        List<String> scopes,
        boolean mutates,
        Control control,
        List<String> tags,
        Map<String, String> absent,
        @Nullable RequestBody body,
        Requirement requires,
        RequestFields fields,
        OperationPromises promises,
        PathObjects objects,
        OperationKind kind,
        @Nullable DocumentedAnswers documented,
        @Nullable String label,
        LoginNeed login,
        @Nullable GraphqlRequest graphql) {

    private static final Pattern PARAMETER = Pattern.compile("\\{([^{}/]+)}");
    private static final Pattern SESSION_END =
            Pattern.compile("(?i)(log|sign)[-_.]?(out|off)|end[-_.]?session|revo(ke|cation)|invalidate|terminate");
    private static final Pattern SESSION = Pattern.compile("(?i)/(sessions?|tokens?)(/|$)");

    /** An operation whose requests have the credential only, and this JSON as their body; nothing is expected but what is of all. */
    public Operation(
            Position at,
            String method,
            String path,
            Map<String, String> pathParameters,
            List<String> scopes,
            boolean mutates,
            Control control,
            List<String> tags,
            Map<String, String> absent,
            @Nullable String body,
            Requirement requires) {
        this(
                at,
                method,
                path,
                pathParameters,
                scopes,
                mutates,
                control,
                tags,
                absent,
                body == null ? null : RequestBody.json(body),
                requires,
                RequestFields.NONE,
                OperationPromises.NONE,
                PathObjects.NONE,
                OperationKind.RESOURCE,
                null,
                null,
                LoginNeed.NONE,
                null);
    }

    /** The same operation, with what a document says of its answers; null where none says anything. */
    Operation documentedBy(@Nullable DocumentedAnswers answers) {
        return copy(method, path, pathParameters, scopes, body, fields, objects, answers, graphql);
    }

    /** The same operation on the resource that is not there. */
    public Operation onAbsent() {
        return copy(method, path, absent, scopes, body, fields, objects);
    }

    /** The same operation on what belongs to this subject, who owns an object of it. */
    public Operation onObjectOf(String subject) {
        Map<String, String> values = new LinkedHashMap<>(pathParameters);
        values.putAll(objects.of(subject).orElseThrow());
        return copy(method, path, values, scopes, body, fields, objects.at(subject));
    }

    /** Another method on another path, with the same values and without a body. */
    public Operation with(String otherMethod, String otherPath) {
        return copy(otherMethod, otherPath, pathParameters, scopes, null, fields, objects);
    }

    /** The same asked in another form: with another method, body and parameters. */
    public Operation asking(String otherMethod, @Nullable RequestBody otherBody, RequestFields otherFields) {
        return copy(otherMethod, path, pathParameters, scopes, otherBody, otherFields, objects, null, graphql);
    }

    /** The same with nothing but the credential: what an API itself names is asked for as any client asks. */
    public Operation plain() {
        return copy(method, path, pathParameters, scopes, body, RequestFields.NONE, objects);
    }

    /** The same with these fields, in the place of its own of their names. */
    public Operation adding(RequestFields more) {
        return copy(method, path, pathParameters, scopes, body, more.over(fields), objects);
    }

    /** The same without what would come from its own answer. */
    public Operation withoutOwnAnswer() {
        List<String> own = fields.fromAnswers()
                .filter(field -> name().equals(field.from()))
                .map(RequestFields.Field::name)
                .toList();
        return own.isEmpty()
                ? this
                : copy(method, path, pathParameters, scopes, body, fields.without(own, List.of()), objects);
    }

    /** The same operation for a token that carries these scopes. */
    public Operation withScopes(List<String> others) {
        return copy(method, path, pathParameters, others, body, fields, objects);
    }

    /** The same but for what is asked for, and with what. */
    private Operation copy(
            String otherMethod,
            String otherPath,
            Map<String, String> values,
            List<String> others,
            @Nullable RequestBody otherBody,
            RequestFields otherFields,
            PathObjects otherObjects) {
        boolean same = otherMethod.equals(method) && otherPath.equals(path);
        // Without its body nothing is asked of a GraphQL API any more; a GET has it in its parameters.
        boolean asksTheSame = otherBody != null || body == null;
        return copy(
                otherMethod,
                otherPath,
                values,
                others,
                otherBody,
                otherFields,
                otherObjects,
                same ? documented : null,
                asksTheSame ? graphql : null);
    }

    private Operation copy(
            String otherMethod,
            String otherPath,
            Map<String, String> values,
            List<String> others,
            @Nullable RequestBody otherBody,
            RequestFields otherFields,
            PathObjects otherObjects,
            @Nullable DocumentedAnswers answers,
            @Nullable GraphqlRequest otherGraphql) {
        return new Operation(
                at,
                otherMethod,
                otherPath,
                values,
                others,
                mutates,
                control,
                tags,
                absent,
                otherBody,
                requires,
                otherFields,
                promises,
                otherObjects,
                otherMethod.equals(method) && otherPath.equals(path) ? kind : OperationKind.RESOURCE,
                answers,
                otherMethod.equals(method) && otherPath.equals(path) ? label : null,
                login,
                otherGraphql);
    }

    /** Whether a method changes nothing (RFC 9110 section 9.2.1, and what the registry of methods calls safe). */
    public static boolean isSafe(String method) {
        return Methods.isSafe(method);
    }

    /** The names of all {@code {name}} of a path. */
    public static Set<String> parameters(String path) {
        return PARAMETER
                .matcher(path)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether it changes nothing: by its method, or since a GraphQL API is asked for no mutation. */
    public boolean isSafe() {
        return graphql == null ? isSafe(method) : !graphql.mutates();
    }

    /** Whether it looks as if it ended a session or took a token back: what a suite does not list itself must not do that. */
    public boolean endsSession() {
        String plain = path.split("[?#]", 2)[0];
        for (Map.Entry<String, String> parameter : pathParameters.entrySet()) {
            plain = plain.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return SESSION_END.matcher(plain).find()
                || (method.equals("DELETE") && SESSION.matcher(plain).find());
    }

    /** The path template without a query, which operations of one resource have in common. */
    public String resource() {
        return path.split("\\?", 2)[0];
    }

    /** Method and path template, {@code GET /orders/{id}}, and its label, {@code POST /mcp tools/call}: the operation's name everywhere. */
    public String name() {
        return label == null ? method + " " + path : method + " " + path + " " + label;
    }
}
