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
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A finding names the parameter, never its value: it may be somebody's session. */
final class NoSessionInUrl implements Rule {

    private static final RuleInfo INFO = rule("no-session-in-url", SECURITY_ADVICE, asvs("14.2.1"))
            .summary("No address in a refusal carries a session")
            .why(
                    "URLs end up in logs, histories and the Referer of the next page, and whoever reads them there is in the session.")
            .clients(
                    "They follow the address and share it, with the session in it; a stranger can hand out one of his own.")
            .fix("Keep sessions in cookies only, and make none where requests are authenticated one by one.");

    private static final List<String> ADDRESSES = List.of("Location", "Content-Location", "Link", "Refresh");

    /** What servlet containers, PHP, classic ASP and ASP.NET put there. */
    private static final Pattern SESSION = Pattern.compile(
            "(?i)(?:;(jsessionid)=|[?&](phpsessid|jsessionid|session_?id|aspsessionid\\w*)=|/\\((S)\\([a-z0-9]{20,}\\))[^\\s\"'<>]");

    /** A page may be long, and what leads to a login stands at its beginning. */
    private static final int SEARCHED = 100_000;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /** A redirect tells it most often. */
    @Override
    public boolean speaksOfEveryAnswer() {
        return true;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (evidence.status() < 300) {
            return notApplicable("%d is no refusal".formatted(evidence.status()));
        }
        String body = evidence.body().text();
        boolean addressed = ADDRESSES.stream()
                .anyMatch(name -> !evidence.response().headers(name).isEmpty());
        if (!addressed && body.isEmpty()) {
            return notApplicable("there is neither an address nor a body");
        }
        return Stream.concat(
                        ADDRESSES.stream()
                                .flatMap(name -> evidence.response().headers(name).stream()
                                        .flatMap(value -> session(name, value).stream())),
                        session("the body", body.substring(0, Math.min(SEARCHED, body.length()))).stream())
                .findFirst()
                .map(found -> violated("no session in an address", found))
                .orElse(passed());
    }

    private static Optional<String> session(String place, String text) {
        Matcher found = SESSION.matcher(text);
        if (!found.find()) {
            return Optional.empty();
        }
        String name = Stream.of(found.group(1), found.group(2), found.group(3))
                .filter(group -> group != null)
                .findFirst()
                .orElseThrow();
        return Optional.of("%s with %s".formatted(place, name.toLowerCase(Locale.ROOT)));
    }
}
