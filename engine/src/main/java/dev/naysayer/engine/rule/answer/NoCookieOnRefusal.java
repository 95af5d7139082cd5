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
import java.util.List;
import java.util.regex.Pattern;

/** A finding names the cookie, never its value: it may be somebody's session. */
final class NoCookieOnRefusal implements Rule {

    private static final RuleInfo INFO = rule("no-cookie-on-refusal", SECURITY_ADVICE, asvs("7.2.4"))
            .summary("A refusal sets no cookie; it may take one away")
            .why("A session for a stranger costs memory, and one that outlives the login lets him into it.")
            .clients("They send the cookie from then on, and share a session that nobody asked for.")
            .fix("Make no session where requests are authenticated one by one, and none before the login is good.");

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
        List<SetCookie> cookies = SetCookie.in(evidence);
        if (cookies.isEmpty()) {
            return notApplicable("there is no Set-Cookie");
        }
        List<String> set = cookies.stream()
                .filter(cookie -> !cookie.takenAway())
                .map(SetCookie::name)
                .filter(name -> !NO_SESSIONS.matcher(name).matches())
                .toList();
        return set.isEmpty() ? passed() : violated("no Set-Cookie", "Set-Cookie: " + String.join(", ", set));
    }
}
