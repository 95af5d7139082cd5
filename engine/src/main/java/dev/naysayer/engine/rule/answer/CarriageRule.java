package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.ADVICE;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.Level.SECURITY_ADVICE;
import static dev.naysayer.engine.standard.Level.SHOULD;
import static dev.naysayer.engine.standard.SpecReference.asvs;
import static dev.naysayer.engine.standard.SpecReference.openApi;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.rule.Admission;
import dev.naysayer.engine.rule.Admission.Demand;
import dev.naysayer.engine.rule.AdmissionRule;
import dev.naysayer.engine.rule.RuleInfo;
import java.util.Set;

/**
 * Which credentials must be let in or refused for the way in which they are written, or travel.
 *
 * <p>Each constant is a rule. They differ in nothing but their words and in the conditions that they speak of, so they share
 * one class, and an id is the constant's name.
 */
@SuppressWarnings("ImmutableEnumChecker") // words and names never change
enum CarriageRule implements AdmissionRule {
    CHANGED_TOKEN_REFUSED(
            Demand.REFUSED,
            Trait.BEARER,
            rule("changed-token-refused", MUST, rfc(6750, "5.2"))
                    .summary("A token that was changed in a single character is refused")
                    .why("Whoever can change a token can make it somebody else's, or good for more.")
                    .clients("Honest ones never change a token; whoever does is served all the same.")
                    .fix("Verify the signature, or compare the token as a whole with the one that was issued."),
            "mutated-token",
            "truncated-token",
            "token-prefix",
            "case-changed-token",
            "payload-tampered"),
    TOKEN_CHARACTERS_CHECKED(
            Demand.REFUSED,
            Trait.BEARER,
            rule("token-characters-checked", SECURITY_ADVICE, rfc(6750, "2.1"))
                    .summary("A token with characters that no token has is refused")
                    .why("A proxy and an API that repair it differently disagree about who is asking.")
                    .clients("They go on sending it in quotes or with a tab, and fail at the next API.")
                    .fix("Match what stands behind Bearer with the grammar of a token, and refuse the rest."),
            "quoted-token",
            "token-parameter",
            "control-character",
            "non-ascii-utf8",
            "non-ascii-latin1"),
    TOKEN_WITH_TLS_ONLY(
            Demand.REFUSED,
            Trait.BEARER,
            rule("token-with-tls-only", MUST, rfc(6750, "5.2"))
                    .summary("A token that comes in without TLS opens nothing")
                    .why("Whoever is on the way can read the token, and use it until it expires.")
                    .clients("They keep http:// in their configuration, because it works.")
                    .fix("Do not listen without TLS, or answer there with a refusal that serves nothing."),
            "plain-http"),
    TOKEN_ONLY_IN_FORM(
            Demand.REFUSED,
            Trait.BEARER,
            rule("token-only-in-form", SECURITY_ADVICE, rfc(6750, "2.2"))
                    .summary("No token is taken from a JSON body, or from the body of a GET")
                    .why("A guard that looks for tokens in header and form never sees this one.")
                    .clients("They mix the token with the data, and both end up in the same log.")
                    .fix("Take tokens from Authorization; if from a form too, only from one that is sent by POST."),
            "token-in-json",
            "token-in-form-get"),
    EACH_REQUEST_AUTHENTICATED(
            Demand.REFUSED,
            Trait.ANY,
            rule("each-request-authenticated", MUST, rfc(9110, "16.4.2"))
                    .summary("A good credential opens one request, not those that follow on its connection")
                    .why("Proxies share connections, so the next request may be a stranger's.")
                    .clients("Behind a shared proxy they are served as whoever came before them.")
                    .fix("Judge each request by what it carries itself; keep no user with the connection."),
            "none-after-valid"),
    OVERSIZED_REFUSED(
            Demand.CLIENT_ERROR,
            Trait.ANY,
            rule("oversized-refused", MUST, rfc(9110, "5.4"))
                    .summary("A header that is too large for the API is answered with a 4xx")
                    .why(
                            "Who drops it takes the request for anonymous, and who falls over it can be felled by anybody.")
                    .clients("On a 4xx they shorten what they send, and on a 5xx they send it again.")
                    .fix("Limit the size of headers, and answer 431 beyond it."),
            "oversize-9k",
            "oversize-64k",
            "oversize-1m"),
    NO_CRASH_ON_GARBAGE(
            Demand.NO_CRASH,
            Trait.ANY,
            rule("no-crash-on-garbage", SECURITY_ADVICE, asvs("16.5.3"))
                    .summary("A credential or form that cannot be read is the client's mistake, never a 5xx")
                    .why("A 5xx wakes somebody at night for what a stranger typed, and shows where the code is weak.")
                    .clients(
                            "They take the API for broken and send the same again; on a 401 they would get another credential.")
                    .fix("Catch what reading a credential throws, and answer as to any bad credential."),
            "empty-header",
            "scheme-only",
            "scheme-trailing-space",
            "bare-token",
            "scheme-run-on",
            "tab-separator",
            "comma-joined",
            "token-parameter",
            "quoted-token",
            "trailing-word",
            "illegal-characters",
            "control-character",
            "nul-character",
            "non-ascii-utf8",
            "non-ascii-latin1",
            "crlf-encoded",
            "crlf-raw",
            "malformed-token",
            "not-a-jwt",
            "two-parts",
            "four-parts",
            "only-dots",
            "only-dot",
            "payload-not-base64url",
            "header-not-json",
            "payload-not-json",
            "payload-array",
            "payload-not-utf8",
            "payload-truncated",
            "signature-truncated",
            "signature-empty",
            "alg-missing",
            "alg-unknown",
            "alg-key-mismatch",
            "jws-json",
            "blank-inside",
            "newline-inside",
            "aud-number",
            "aud-null",
            "exp-null",
            "exp-string",
            "exp-negative",
            "exp-huge",
            "sub-missing",
            "sub-unknown",
            "empty-key",
            "blank-key",
            "empty-session",
            "not-base64",
            "base64url-alphabet",
            "missing-padding",
            "no-colon",
            "empty-user",
            "empty-password",
            "user-control-character",
            "user-nul",
            "missing-grant-type",
            "unknown-grant-type",
            "repeated-parameter",
            "token-request-in-json",
            "token-request-in-query",
            "token-request-by-get"),
    CONTROL_CHARACTERS_REFUSED(
            Demand.REFUSED,
            Trait.BASIC,
            rule("control-characters-refused", MUST, rfc(7617, "2"))
                    .summary("A user name with a control character is refused")
                    .why("Who cuts the name at a NUL, or drops what cannot be printed, takes one user for another.")
                    .clients("Honest ones never send this; an attacker logs in under a name that looks like another's.")
                    .fix("Look for control characters once the base64 is undone, and refuse the pair."),
            "user-control-character",
            "user-nul"),
    BASIC_WITH_TLS_ONLY(
            Demand.NOT_ASKED_FOR,
            Trait.BASIC,
            rule("basic-with-tls-only", SHOULD, rfc(7617, "4"))
                    .summary("Without TLS a password opens nothing and is not asked for")
                    .why("Whoever is on the way reads the password itself, which its user may have elsewhere too.")
                    .clients("They keep http:// in their configuration, and send the password in clear text each time.")
                    .fix("Offer Basic with TLS only, and serve nothing without it."),
            "plain-http"),
    KEY_ONLY_IN_ITS_PLACE(
            Demand.REFUSED,
            Trait.API_KEY,
            rule("key-only-in-its-place", ADVICE, openApi("Security Scheme Object"))
                    .summary("An API key counts only in the place that the API has declared for it")
                    .why("A second place is one that nobody guards, rotates or takes out of logs.")
                    .clients("They come to rely on a place that is in no document, and break when it goes.")
                    .fix("Read the key from the declared header, parameter or cookie, and from nowhere else."),
            "key-in-header",
            "key-in-cookie",
            "key-as-bearer"),
    NO_SECRET_IN_URL(
            Demand.REFUSED,
            Trait.ANY,
            rule("no-secret-in-url", SECURITY_ADVICE, asvs("14.2.1"))
                    .summary("A credential in the URL opens nothing")
                    .why(
                            "URLs end up in logs, histories and the Referer of the next page, and the credential with them.")
                    .clients("They put it where it is easiest, and it leaks without anybody's fault.")
                    .fix("Take credentials from Authorization or a header, and ignore them in the URL."),
            "key-in-query",
            "userinfo-in-url"),
    TOKEN_NOT_IN_QUERY(
            Demand.REFUSED,
            Trait.BEARER,
            rule("token-not-in-query", SECURITY_ADVICE, rfc(6750, "2.3"))
                    .summary("A token in the query opens nothing")
                    .why("URLs end up in logs, histories and the Referer of the next page, and the token with them.")
                    .clients("They put the token where it is easiest, and it leaks without anybody's fault.")
                    .fix("Take tokens from Authorization, and ignore them in the URL."),
            "token-in-query",
            "token-in-query-bad-header"),
    CSRF_TOKEN_OF_ITS_SESSION(
            Demand.REFUSED,
            Trait.CSRF,
            rule("csrf-token-of-its-session", SECURITY_ADVICE, asvs("3.5.1"))
                    .summary("A token against forged requests is good in its own session only")
                    .why("Whoever has a session of their own has such a token, and forges requests of others with it.")
                    .clients("Honest ones have the token of their session; a page of another site brings its author's.")
                    .fix(
                            "Keep the token in the session and compare it with that, or sign it together with the session's name."),
            "csrf-token-of-other-session"),
    ENDED_SESSION_REFUSED(
            Demand.REFUSED,
            Trait.SESSION,
            rule("ended-session-refused", SECURITY_ADVICE, asvs("7.4.1"))
                    .summary("A session that has ended opens nothing any more")
                    .why(
                            "Whoever gets hold of a cookie stays in, whatever its owner does, and nobody can put them out.")
                    .clients(
                            "They believe to be logged out, while the cookie in some log or backup is as good as before.")
                    .fix(
                            "Forget the session on the server at logout and at its end; that a browser forgets the cookie is not enough."),
            "logged-out-session",
            "expired-session"),
    SESSION_CHANGES_AT_LOGIN(
            Demand.REFUSED,
            Trait.SESSION,
            rule("session-changes-at-login", SECURITY_ADVICE, asvs("7.2.4"))
                    .summary("A log-in opens a new session, and does not raise the one that was there before")
                    .why("Whoever planted a session in somebody's browser is logged in as that one from then on.")
                    .clients("They go on with the cookie that they had, and share it with whoever gave it to them.")
                    .fix(
                            "Make a new session at each log-in, end the old one, and take no name of a session that a client brings."),
            "session-before-login"),
    SCHEME_CASE_IGNORED(
            Demand.LET_IN,
            Trait.AUTHORIZATION,
            rule("scheme-case-ignored", MUST, rfc(9110, "11.1"))
                    .summary("The auth-scheme may be written in upper or lower case")
                    .why(
                            "A library that writes bearer is as right as one that writes Bearer, and its users are locked out.")
                    .clients("They take a good credential for a bad one, get another, and are refused again.")
                    .fix("Compare the auth-scheme without regard to case."),
            "scheme-lower-case",
            "scheme-upper-case",
            "scheme-mixed-case"),
    SEVERAL_BLANKS_TAKEN(
            Demand.LET_IN,
            Trait.AUTHORIZATION,
            rule("several-blanks-taken", MUST, rfc(9110, "11.4"))
                    .summary("More than one blank may stand between auth-scheme and credential")
                    .why("The grammar allows one blank or more, and a client that follows it is locked out.")
                    .clients("They take a good credential for a bad one, and nobody sees the second blank.")
                    .fix("Skip all blanks behind the auth-scheme."),
            "several-spaces");

    private final Admission admission;

    CarriageRule(Demand demand, Trait schemes, RuleInfo info, String... conditions) {
        this.admission = new Admission(demand, schemes, Set.of(conditions), info);
    }

    @Override
    public Admission admission() {
        return admission;
    }
}
