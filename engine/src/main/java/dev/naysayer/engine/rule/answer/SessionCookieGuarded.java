package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.SECURITY_ADVICE;
import static dev.naysayer.engine.standard.SpecReference.asvs;

import dev.naysayer.engine.credential.Presentation.Place;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.Clause;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
            .fix("Set the cookie with HttpOnly, Secure and SameSite=Lax or Strict, wherever it is set.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /** A redirect to a login sets it most often. */
    @Override
    public boolean speaksOfEveryAnswer() {
        return true;
    }

    @Override
    public boolean isToldOnce() {
        return true;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        Set<String> sessions = Stream.concat(Stream.of(Carrier.of(it)), Carrier.beside(it))
                .filter(carrier -> carrier.place() == Place.COOKIE)
                .map(Carrier::name)
                .collect(Collectors.toSet());
        List<String> set = evidence.response().headers("Set-Cookie").stream()
                .filter(cookie -> sessions.contains(name(cookie)))
                .filter(cookie -> !NoCookieOnRefusal.takesAway(cookie, evidence))
                .toList();
        if (set.isEmpty()) {
            return notApplicable("no session's cookie is set");
        }
        for (String cookie : set) {
            Map<String, Clause> missing = missing(cookie, evidence);
            if (!missing.isEmpty()) {
                return violated(
                        "HttpOnly, SameSite, and over TLS Secure",
                        "%s without %s".formatted(name(cookie), String.join(", ", missing.keySet())),
                        missing.values().iterator().next());
            }
        }
        return passed();
    }

    private static String name(String cookie) {
        return cookie.split("=", 2)[0].strip();
    }

    private static Map<String, Clause> missing(String cookie, Evidence evidence) {
        List<String> attributes = new ArrayList<>();
        Arrays.stream(cookie.split(";", -1))
                .skip(1)
                .map(attribute -> attribute.split("=", 2)[0].strip().toLowerCase(Locale.ROOT))
                .forEach(attributes::add);
        Map<String, Clause> demanded = new LinkedHashMap<>();
        demanded.put("HttpOnly", Clause.securityAdvice(asvs("3.3.4")));
        demanded.put("SameSite", Clause.securityAdvice(asvs("3.3.2")));
        if (evidence.target().uri().startsWith("https:")) {
            demanded.put("Secure", Clause.securityAdvice(asvs("3.3.1")));
        }
        demanded.keySet().removeIf(attribute -> attributes.contains(attribute.toLowerCase(Locale.ROOT)));
        return demanded;
    }
}
