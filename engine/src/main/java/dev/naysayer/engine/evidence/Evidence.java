package dev.naysayer.engine.evidence;

import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.Request;
import dev.naysayer.engine.exchange.Response;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one answer that rules ask for, read once.
 *
 * @param method the method of the request that was answered
 * @param sent the field lines of that request, redacted; none where nobody asks for them any more
 * @param response the answer itself, redacted
 * @param field the {@code WWW-Authenticate} field, parsed or with the place where it breaks
 * @param body the content, read as what its media type says; empty in an answer to HEAD
 * @param target the address that was asked
 * @param accept what kinds of answer were asked for, as it was sent; null where that is not known
 * @param counterparts what the same operation answered to others
 */
public record Evidence(
        String method,
        List<Header> sent,
        Response response,
        ChallengeField field,
        ErrorBody body,
        TargetHost target,
        @Nullable String accept,
        Counterparts counterparts) {

    private static final Pattern GRAPHQL_URI = Pattern.compile("(?i)graphql|[?&](?:query|extensions)=");

    /** The facts of an answer to this request, where nothing is known of other answers. */
    public static Evidence of(Request request, Response response) {
        return of(request, response, Counterparts.UNKNOWN);
    }

    /** The facts of an answer to this request, beside what the same operation answered to others. */
    public static Evidence of(Request request, Response response, Counterparts counterparts) {
        return of(
                request.method(),
                request.headers(),
                response,
                TargetHost.of(request.uri()),
                request.accept(),
                counterparts);
    }

    private static Evidence of(
            String method,
            List<Header> sent,
            Response response,
            TargetHost target,
            @Nullable String accept,
            Counterparts counterparts) {
        return new Evidence(
                method,
                sent,
                response,
                ChallengeParser.parse(response.headers("WWW-Authenticate")),
                ErrorBody.of(method.equals("HEAD") ? withoutContent(response) : response),
                target,
                accept,
                counterparts);
    }

    /** What comes behind the head of an answer to HEAD is no content of it, and only {@code response} has it. */
    private static Response withoutContent(Response response) {
        return new Response(
                response.status(),
                response.headers(),
                new Body(new byte[0], false),
                response.echoes(),
                response.unsearched());
    }

    /** The facts of another answer to the same request. */
    public Evidence ofAnswer(Response other) {
        return of(method, sent, other, target, accept, counterparts);
    }

    public int status() {
        return response.status();
    }

    /** Whether there cannot be a body (RFC 9110 section 9.3.2). */
    public boolean answersHead() {
        return method.equals("HEAD");
    }

    /** Whether the API said no: the client error statuses (RFC 9110 section 15.5). */
    public boolean isRefusal() {
        return status() >= 400 && status() < 500;
    }

    /**
     * What in the body of a success (2xx) is a refusal; null where nothing is, and where the good credential got just that.
     *
     * <p>Such an answer served nothing: whoever got it did not get through.
     */
    public @Nullable RefusalInBody toldRefusal() {
        return isSuccess() && !isWhatControlGot() ? RefusalInBody.of(body, mayAskGraphql()) : null;
    }

    /** The same in words, {@code 'errors' without 'data'}; null where there is none. */
    public @Nullable String refusalInSuccess() {
        RefusalInBody told = toldRefusal();
        return told == null ? null : told.words();
    }

    /**
     * Whether a GraphQL response refuses a field and may hold others, for which a status of success is foreseen.
     *
     * <p>Only who knows that GraphQL was asked for may ask this.
     */
    public boolean refusesField() {
        GraphqlResponse graphql = isSuccess() && !isWhatControlGot() ? GraphqlResponse.wellFormed(body) : null;
        return graphql != null && graphql.refusesField();
    }

    private boolean isSuccess() {
        return status() >= 200 && status() < 300;
    }

    /** A GraphQL request is a POST, or a GET that says so in its URL; a REST API's errors are not to be taken for GraphQL's. */
    private boolean mayAskGraphql() {
        return method.equals("POST") || GRAPHQL_URI.matcher(target.uri()).find();
    }

    /**
     * Whether the same operation gave this very answer to no credential.
     *
     * <p>So the credential was passed over, whatever it was. False where it is not known: where the suite does not ask without
     * credential, or has not yet. A refusal, also one that a success tells of, may be what anybody gets.
     */
    public boolean isWhatAnybodyGets() {
        return counterparts.isWhatAnybodyGets(this);
    }

    /** Whether the operation's control got this very answer; false where it is not known. */
    public boolean isWhatControlGot() {
        return counterparts.isWhatControlGot(this);
    }

    /** Whether the answer to the good credential is known. */
    public boolean isControlKnown() {
        return counterparts.control() != null;
    }

    /** The liberties of one kind that the {@code WWW-Authenticate} field takes; none where it is absent or broken. */
    public List<Liberty> liberties(Liberty.Kind kind) {
        return ChallengeParser.liberties(response.headers("WWW-Authenticate")).stream()
                .filter(liberty -> liberty.kind() == kind)
                .toList();
    }

    /** The {@code Proxy-Authenticate} field (RFC 9110 section 11.7.1). */
    public ChallengeField proxyField() {
        return ChallengeParser.parse(response.headers("Proxy-Authenticate"));
    }

    /** What the answer says of being kept by caches. */
    public CacheControl cacheControl() {
        return CacheControl.of(response.headers("Cache-Control"));
    }

    /** The challenges in their order; none where the field is absent or broken. */
    public List<Challenge> challenges() {
        return field instanceof ChallengeField.Parsed parsed ? parsed.challenges() : List.of();
    }

    /** The challenges of one auth-scheme, compared without regard to case (RFC 9110 section 11.1); none for null. */
    public List<Challenge> challenges(@Nullable String scheme) {
        return challenges().stream()
                .filter(challenge -> scheme != null && challenge.hasScheme(scheme))
                .toList();
    }

    /** Every {@code error} of a scheme's challenges (RFC 6750 section 3), each once; more than one where they disagree. */
    public List<String> errors(@Nullable String scheme) {
        return challenges(scheme).stream()
                .flatMap(challenge -> challenge.params("error").stream())
                .map(AuthParam::value)
                .distinct()
                .toList();
    }

    /** Every text of the answer that a client can read, with its place: headers first, then the body. */
    public List<PlacedText> texts() {
        return PlacedText.of(this);
    }

    /** The field as it was sent, one line a field line; {@code no WWW-Authenticate} where it is absent. */
    public String fieldText() {
        return fieldText("WWW-Authenticate");
    }

    /** What the request said in a field; null where it had none. */
    public @Nullable String sent(String name) {
        return Header.value(sent, name);
    }

    /** Any field as it was sent, one line a field line; {@code no Allow} where it is absent. */
    public String fieldText(String name) {
        List<String> lines = response.headers(name);
        return lines.isEmpty() ? "no " + name : String.join("\n", lines);
    }
}
