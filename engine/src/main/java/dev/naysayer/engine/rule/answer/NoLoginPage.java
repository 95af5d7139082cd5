package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.ADVICE;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.FateRule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.List;
import java.util.regex.Pattern;

/** A program cannot fill in a form; that no other redirect is a refusal either, {@link RefusalRefuses} says. */
final class NoLoginPage implements FateRule {

    private static final RuleInfo INFO = rule("no-login-page", ADVICE, rfc(9110, "15.4.3"))
            .summary("A program is neither shown a login page nor sent to one")
            .why("A program follows the redirect, gets a page with status 200, and takes it for what it asked for.")
            .clients("They parse HTML as data and fail far from the cause, or report success.")
            .fix("Keep the login of the web site off the API's paths, whatever Accept says, and answer 401.");

    private static final Pattern LOGIN = Pattern.compile(
            "(?i)log[_-]?(?:in|on)\\b|sign[_-]?in\\b|\\bauth(?:n|z|enticate|orize|orization)?\\b|oauth|\\bsso\\b|saml|openid");
    private static final Pattern PASSWORD_FIELD =
            Pattern.compile("(?i)<input\\b[^>]{0,500}type\\s*=\\s*[\"']?password");

    /** A form stands at the beginning of a page, or the page is more than a login. */
    private static final int SEARCHED = 50_000;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        int status = evidence.status();
        List<String> location = evidence.response().headers("Location");
        if (status >= 300 && status < 400 && !location.isEmpty()) {
            return LOGIN.matcher(location.get(0)).find()
                    ? violated("a 401", "%d to %s".formatted(status, location.get(0)))
                    : notApplicable("the redirect leads to no login page");
        }
        if (PASSWORD_FIELD.matcher(beginning(evidence)).find()) {
            return violated("no login page", "%d with a form that asks for a password".formatted(status));
        }
        return evidence.isRefusal() ? passed() : notApplicable("no page is shown");
    }

    private static String beginning(Evidence evidence) {
        String text = evidence.body().text();
        return text.substring(0, Math.min(SEARCHED, text.length()));
    }
}
