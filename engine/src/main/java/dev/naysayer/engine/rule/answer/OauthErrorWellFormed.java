package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.Level.ADVICE;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The standard binds token endpoints; an API that borrows the form has clients that read it by that standard. */
final class OauthErrorWellFormed implements Rule {

    private static final RuleInfo INFO = rule("oauth-error-well-formed", ADVICE, rfc(6749, "5.2"))
            .summary("A body in the form of an OAuth error keeps to its grammar")
            .why("OAuth libraries read such a body, and treat one that leaves the form as no answer at all.")
            .clients("They look for error as a text, and report a parse error where the real one stood.")
            .fix(
                    "Send error as one code, and keep all texts to plain ASCII without quotes and backslashes; error_uri is a URI.");

    private static final Set<String> CODES = Set.of(
            "invalid_request",
            "invalid_token",
            "insufficient_scope",
            "invalid_client",
            "invalid_grant",
            "invalid_scope",
            "unauthorized_client",
            "unsupported_grant_type");
    private static final Pattern LEGAL = Pattern.compile("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]+");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        JsonNode body = evidence.body().object();
        if (body == null || !claimsOauth(body)) {
            return notApplicable("the body does not claim to be an OAuth error");
        }
        boolean binds = OauthEndpoint.isMeant(it);
        // There the rule that asks for it speaks.
        if (!isLegal(body.path("error")) && !(binds && OauthEndpoint.error(evidence) == null)) {
            return broken(
                    binds,
                    "'error' as one code in ASCII",
                    body.has("error") ? "'error': " + body.path("error") : "no 'error'");
        }
        JsonNode description = body.path("error_description");
        if (!description.isMissingNode() && !isLegal(description)) {
            return broken(
                    binds,
                    "'error_description' in printable ASCII without quote and backslash",
                    "'error_description': " + description);
        }
        JsonNode uri = body.path("error_uri");
        return uri.isMissingNode() || isUriReference(uri)
                ? passed()
                : broken(binds, "'error_uri' as a URI in ASCII, absolute or relative", "'error_uri': " + uri);
    }

    /** Whoever borrows the form is not bound by it; an authorization server is. */
    private static Verdict broken(boolean binds, String expected, String actual) {
        return binds ? violated(expected, actual, must(rfc(6749, "5.2"))) : violated(expected, actual);
    }

    private static boolean claimsOauth(JsonNode body) {
        return body.has("error_description")
                || body.has("error_uri")
                || CODES.contains(body.path("error").asString(""));
    }

    /** No blank in it, and the grammar of RFC 3986 section 4.1. */
    private static boolean isUriReference(JsonNode uri) {
        if (!isLegal(uri) || uri.asString().contains(" ")) {
            return false;
        }
        try {
            return !new URI(uri.asString()).toString().isEmpty();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isLegal(JsonNode text) {
        return text.isString() && LEGAL.matcher(text.asString()).matches();
    }
}
