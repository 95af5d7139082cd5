package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.SECURITY_ADVICE;
import static dev.naysayer.engine.standard.SpecReference.asvs;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A finding names the cookie, never its value: it may be somebody's session. */
final class NoCookieOnRefusal implements Rule {

    private static final RuleInfo INFO = rule("no-cookie-on-refusal", SECURITY_ADVICE, asvs("7.2.4"))
            .summary("A refusal sets no cookie; it may take one away")
            .why("A session for a stranger costs memory, and one that outlives the login lets him into it.")
            .clients("They send the cookie from then on, and share a session that nobody asked for.")
            .fix("Make no session where requests are authenticated one by one, and none before the login is good.");

    private static final Pattern MAX_AGE = Pattern.compile("(?i);\\s*Max-Age\\s*=\\s*(-?\\d+)");
    private static final Pattern EXPIRES = Pattern.compile("(?i);\\s*Expires\\s*=\\s*([^;]+)");

    /** What balancers, firewalls and a guard against forged requests set knows nothing of logins. */
    private static final Pattern NO_SESSIONS = Pattern.compile(
            "AWSALB.*|AWSELB.*|__cf.*|_cfuvid|cf_clearance|BIGip.*|ARRAffinity.*|GCLB|incap_ses.*|visid_incap.*|nlbi_.*|TS[0-9a-f]{6,}|INGRESSCOOKIE|SERVERID|lang|locale|XSRF-TOKEN");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean isToldOnce() {
        return true;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        List<String> cookies = evidence.response().headers("Set-Cookie");
        if (cookies.isEmpty()) {
            return notApplicable("there is no Set-Cookie");
        }
        List<String> set = cookies.stream()
                .filter(cookie -> !takesAway(cookie, evidence))
                .map(cookie -> cookie.split("=", 2)[0].strip())
                .filter(name -> !NO_SESSIONS.matcher(name).matches())
                .toList();
        return set.isEmpty() ? passed() : violated("no Set-Cookie", "Set-Cookie: " + String.join(", ", set));
    }

    /** Max-Age goes before Expires (RFC 6265 section 4.1.2.2); a date is compared with the answer's own. */
    static boolean takesAway(String cookie, Evidence evidence) {
        Matcher age = MAX_AGE.matcher(cookie);
        if (age.find()) {
            return age.group(1).matches("-\\d+|0+");
        }
        Matcher expires = EXPIRES.matcher(cookie);
        Instant end = expires.find() ? HttpDate.read(expires.group(1).strip().replace('-', ' ')) : null;
        Instant now = HttpDate.first(evidence, "Date");
        return end != null && (now == null ? end.equals(Instant.EPOCH) : !end.isAfter(now));
    }
}
