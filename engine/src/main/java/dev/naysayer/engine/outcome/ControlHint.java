package dev.naysayer.engine.outcome;

import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.dsl.DocumentedServer;
import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.Presentation;
import dev.naysayer.engine.credential.scheme.AuthSchemes;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.plan.ContractCase;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a person should look at whose good credential did not get through.
 *
 * <p>It proposes a status for {@code control} only where that can be a right answer to a request that is wrong on purpose. A
 * suite that says {@code control: 406} is green, and shows nothing any more.
 *
 * @param it the control
 * @param answered what went over the wire
 * @param elsewhere another operation's control that did get through, or null
 */
record ControlHint(
        ContractCase it, Transcript answered, @Nullable ContractCase elsewhere) {

    /** Statuses by which an API refuses what is wrong with the request, after it let the credential in. */
    private static final Set<Integer> OF_THE_REQUEST = Set.of(400, 404, 409, 410, 412, 422, 428);

    private static final String MCP_SESSION = "Mcp-Session-Id";

    /** What to do, as the rest of "…; ". */
    String nextStep() {
        int status = Objects.requireNonNull(answered.status());
        Operation operation = it.operation();
        if (it.presents().nothing() && isOfTheCredential(status)) {
            return "nobody needs a credential here, the suite says; correct its 'requires', or see why the API asks for one";
        }
        if (isOfTheCredential(status) && elsewhere != null) {
            return gotThrough(elsewhere) + ": " + ofTheOperation(status);
        }
        if (operation.control().status() != null) {
            return "the suite says 'control: %s': %s"
                    .formatted(operation.control().expected(), declared(status));
        }
        return ofTheStatus(status);
    }

    /** Of a success the body refuses it, or it would have shown that the credential gets through. */
    private static boolean isOfTheCredential(int status) {
        return status < 400 || status == 401 || status == 403;
    }

    private String gotThrough(ContractCase other) {
        List<String> scopes = other.operation().scopes();
        String name = other.operation().name();
        return scopes.equals(it.operation().scopes())
                ? "the same credential gets through at " + name
                : "a credential of the same source%s gets through at %s"
                        .formatted(scopes.isEmpty() ? "" : ", for " + String.join(" ", scopes), name);
    }

    private String ofTheOperation(int status) {
        String right = status == 403 ? "which right" : "which credential";
        return it.operation().body() == null
                ? "see %s this operation asks for".formatted(right)
                : "see %s this operation asks for, and whether a body that is not right is answered so, which is the API's fault"
                        .formatted(right);
    }

    private String declared(int status) {
        if (isOfTheCredential(status) && status >= 300) {
            return ("either the credential is not let in, then %s; or the API answers so a request that is wrong on purpose,"
                            + " which is its fault, and a right request shows it")
                    .formatted(ofTheCredential(status));
        }
        if (status >= 200 && status < 300) {
            return "the request was carried out; leave 'control' out, or make the request wrong in the way that it says";
        }
        return ofTheStatus(status);
    }

    private String ofTheStatus(int status) {
        if (isOfTheCredential(status)) {
            return ofTheCredential(status);
        }
        if (status >= 500) {
            return "the API failed; its log says why";
        }
        if (wantsSession()) {
            return "the server wants the header %s of an earlier answer: 'headers: {%1$s: {from: POST /mcp initialize}}' takes it from there"
                    .formatted(MCP_SESSION);
        }
        return switch (status) {
            case 404 ->
                basePath()
                        + "check the path and the values under '%s'"
                                .formatted(it.operation().objects().isEmpty() ? "path" : "objects")
                        + proposal(status);
            case 405 ->
                "the API has no %s here (Allow: %s); check method and path"
                        .formatted(answered.method(), field(answered.responseHeaders(), "Allow"));
            case 406 ->
                "asked for was Accept: %s; ask for what the API has, with 'accept' at the operation or the suite"
                        .formatted(field(answered.requestHeaders(), "Accept"));
            case 415 ->
                "sent was Content-Type: %s; send what the API takes, with 'media-type' at the operation"
                        .formatted(field(answered.requestHeaders(), "Content-Type"));
            default -> "check path and body of the operation" + proposal(status);
        };
    }

    /** What the document has in front of all paths, and this request did not. */
    private String basePath() {
        DocumentedServer server = it.operation().documented() == null
                ? null
                : it.operation().documented().server();
        String path = server == null ? "" : server.path();
        return server == null || path.isEmpty() || (answered.uri() + "/").contains(path + "/")
                ? ""
                : "the document's server has the path %s (%s), and this request has not: let the target end with it; or "
                        .formatted(path, server.place());
    }

    /** An authorization server is asked what a client asks it each day, and such a request has one right answer. */
    private String proposal(int status) {
        return OF_THE_REQUEST.contains(status) && !it.operation().kind().isEndpoint()
                ? ", or say 'control: %d' if that is its right answer".formatted(status)
                : "";
    }

    /** Whether an MCP server says that it knows requests by the session that an earlier answer has opened. */
    private boolean wantsSession() {
        String body = Objects.requireNonNullElse(answered.responseBody(), "").toLowerCase(Locale.ROOT);
        return body.contains(MCP_SESSION.toLowerCase(Locale.ROOT))
                && field(answered.requestHeaders(), MCP_SESSION).equals("none");
    }

    private static String field(List<Header> headers, String name) {
        String lines = headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .collect(Collectors.joining(", "));
        return lines.isEmpty() ? "none" : lines;
    }

    private String ofTheCredential(int status) {
        String redirect = status >= 300 && status < 400
                ? "a redirect shows nothing of the credential, and may lead to a login page; "
                : "";
        return redirect + (status == 403 ? "it is known and lacks a right, " + rights() : "check " + identity());
    }

    /** What makes the credential a good one. */
    private String identity() {
        return it.presents()
                .all()
                .map(ControlHint::identity)
                .collect(Collectors.joining("; and for the credential beside it "));
    }

    private static String identity(CredentialDeclaration credential) {
        NamedSettings source = source(credential);
        return switch (source.name()) {
            case "mint" ->
                Objects.equals(source.text("issuer"), "embedded")
                        ? "whether the API trusts the tests' issuer, and 'audience' %s".formatted(below(source))
                        : "'issuer', 'audience' and the key %s".formatted(below(source));
            case "client-credentials" ->
                "whether the API takes tokens of %s, and the audience that %s gets them for, %s"
                        .formatted(
                                Objects.requireNonNullElse(source.text("issuer"), source.text("token-endpoint")),
                                client(source),
                                below(source));
            case "account" -> "'user' and 'password' " + below(source);
            case "login" ->
                "that the log-in succeeds, that 'token' is what the API asks for, and that no request has ended the session, "
                        + below(source);
            case "token" -> given(credential, source);
            default -> "what stands " + below(source);
        };
    }

    private static String given(CredentialDeclaration credential, NamedSettings source) {
        String where = "below 'token', as 'good' (%s)"
                .formatted(place(source.get("good").at()));
        return switch (credential.scheme().name()) {
            case "basic", "digest" -> "the user name and password " + where;
            case "session", "csrf" -> "what stands %s, and that it is of a session that is still open".formatted(where);
            case "api-key" -> "the key %s, and that it belongs into the %s".formatted(where, carrier(credential));
            default -> "issuer, audience and lifetime of the token " + where;
        };
    }

    private static String carrier(CredentialDeclaration credential) {
        Presentation shown = AuthSchemes.named(credential.scheme().name()).present(credential.scheme(), new Secret(""));
        String place = shown.place() == Presentation.Place.QUERY
                ? "query parameter"
                : shown.place().name().toLowerCase(Locale.ROOT);
        return "%s '%s'".formatted(place, shown.name());
    }

    /** What it may do. */
    private String rights() {
        return it.presents().all().map(this::rights).collect(Collectors.joining("; and for the credential beside it "));
    }

    private String rights(CredentialDeclaration credential) {
        NamedSettings source = source(credential);
        String scope = it.operation().scopes().isEmpty()
                ? "the suite names no 'scope' of the operation"
                : "the operation's 'scope' is "
                        + String.join(" ", it.operation().scopes());
        return switch (credential.scheme().name()) {
            case "basic", "digest" -> "check what the account may do that stands " + below(source);
            case "session", "csrf" -> "check what the user may do who logs in " + below(source);
            case "api-key" -> "check what the key may do that stands " + below(source);
            default ->
                source.name().equals("client-credentials")
                        ? "check what %s may ask for; %s".formatted(client(source), scope)
                        : "check scope and roles of the token; " + scope;
        };
    }

    private static String client(NamedSettings source) {
        String scope = source.text("scope");
        return "the client '%s'%s".formatted(source.text("client-id"), scope == null ? "" : ", with scope " + scope);
    }

    /** Where good credentials come from: of captured ones only if there is a good one among them. */
    private static NamedSettings source(CredentialDeclaration credential) {
        return credential.sources().stream()
                .filter(source -> !source.name().equals("token") || source.text("good") != null)
                .findFirst()
                .orElseThrow();
    }

    private static String below(NamedSettings source) {
        return "below '%s' (%s)".formatted(source.name(), place(source.at()));
    }

    private static String place(Position at) {
        return at.file() + ":" + at.line();
    }
}
