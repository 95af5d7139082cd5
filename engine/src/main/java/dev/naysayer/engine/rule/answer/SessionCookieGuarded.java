package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Clause.advice;
import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.Level.SECURITY_ADVICE;
import static dev.naysayer.engine.standard.SpecReference.asvs;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.Clause;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether an answer that sets the session's cookie guards it; that a refusal sets one at all, {@link NoCookieOnRefusal} says.
 *
 * <p>A finding names cookie and attributes, never the value: it may be somebody's session.
 */
final class SessionCookieGuarded implements Rule {

    private static final RuleInfo INFO = rule("session-cookie-guarded", SECURITY_ADVICE, asvs("3.3.4"))
            .summary("A session's cookie is set with HttpOnly and SameSite, and over TLS with Secure")
            .why(
                    "A script that got into a page reads the cookie, another site uses it, and without TLS everybody sees it.")
            .clients("Browsers show it to every script, and send it along with what other sites have them ask.")
            .fix(
                    "Set the cookie with HttpOnly, Secure and SameSite=Lax or Strict, wherever it is set, and call it __Host-… where it goes to one host.");

    /** By which a browser knows that a neighbouring host has not set it (RFC 6265bis section 4.1.3); these begin others, too. */
    private static final List<String> PREFIXES = List.of("__Host-", "__Secure-", "__Http-");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /** A log-in or a redirect to one sets it most often. */
    @Override
    public boolean speaksOfEveryAnswer() {
        return true;
    }

    @Override
    public boolean isToldOnce() {
        return true;
    }

    @Override
    public boolean speaksOfLogins() {
        return true;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        Set<String> sessions = Carrier.cookies(it.suite());
        List<SetCookie> set = SetCookie.in(evidence).stream()
                .filter(cookie -> sessions.contains(cookie.name()) && !cookie.takenAway())
                .toList();
        if (set.isEmpty()) {
            return notApplicable("no session's cookie is set");
        }
        for (SetCookie cookie : set) {
            Map<String, Clause> missing = missing(cookie, evidence);
            if (!missing.isEmpty()) {
                return violated(
                        "HttpOnly, SameSite, and over TLS Secure and the prefix __Host- or __Secure-",
                        "%s without %s".formatted(cookie.name(), String.join(", ", missing.keySet())),
                        missing.values().iterator().next());
            }
        }
        return passed();
    }

    /** In the order in which they bind. Without TLS nobody could use a cookie with Secure, and on the tests' machine there often is none. */
    private static Map<String, Clause> missing(SetCookie cookie, Evidence evidence) {
        Map<String, Clause> missing = new LinkedHashMap<>();
        if (!cookie.has("httponly")) {
            missing.put("HttpOnly", securityAdvice(asvs("3.3.4")));
        }
        if (!cookie.has("samesite")) {
            missing.put("SameSite", securityAdvice(asvs("3.3.2")));
        }
        if (evidence.target().uri().startsWith("https:")) {
            if (!cookie.has("secure")) {
                missing.put("Secure", securityAdvice(asvs("3.3.1")));
            }
            if (PREFIXES.stream().noneMatch(cookie.name()::startsWith)) {
                missing.put("the prefix", advice(asvs("3.3.1")));
            }
        }
        return missing;
    }
}
