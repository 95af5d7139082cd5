package dev.naysayer.engine.rule.comparison;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.ADVICE;
import static dev.naysayer.engine.standard.SpecReference.asvs;

import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.answer.SetCookie;
import java.util.List;

/**
 * What a logout leaves with the client. That its session is over, {@code ended-session-refused} asks.
 *
 * <p>Another session in the old one's place is no trace of it, so any cookie of the name will do.
 */
final class LogoutTakesCookieAway implements Comparison {

    private static final RuleInfo INFO = rule("logout-takes-cookie-away", ADVICE, asvs("14.3.1"))
            .summary("A logout takes the session's cookie away")
            .why(
                    "What is left at a shared machine shows that somebody was here, and opens everything again if the logout was forgotten.")
            .clients("Browsers keep the cookie, and send a session that is over with everything that follows.")
            .fix("Set the cookie once more at the logout, with Max-Age=0 and the Path and Domain that it had.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean concerns(List<ContractCase> planned) {
        return planned.stream()
                .anyMatch(it -> it.notApplicable() == null
                        && it.condition().need() == TokenNeed.Kind.REVOKED
                        && it.presents().traits().contains(Trait.COOKIE));
    }

    @Override
    public boolean hearsOfLogins() {
        return true;
    }

    @Override
    public Verdict judge(List<Answer> answers) {
        List<Answer> logouts =
                answers.stream().filter(it -> it.probe() == Probe.LOGOUT).toList();
        if (logouts.isEmpty()) {
            return Verdict.notApplicable("no logout was sent that had a cookie to take away");
        }
        return logouts.stream()
                .filter(it -> !takesAway(it, cookie(it)))
                .findFirst()
                .map(it -> Verdict.violated(
                        "a Set-Cookie that takes %s away".formatted(cookie(it)),
                        "none in the answer to %s, %d".formatted(it.name(), it.status())))
                .orElseGet(Verdict::passed);
    }

    /** The session's, as it went along with the logout. */
    private static String cookie(Answer logout) {
        return logout.evidence().sent().stream()
                .map(sent -> sent.value().split("=", 2)[0])
                .findFirst()
                .orElse("");
    }

    private static boolean takesAway(Answer logout, String cookie) {
        return SetCookie.in(logout.evidence()).stream().anyMatch(it -> it.name().equals(cookie))
                || logout.evidence().response().headers("Clear-Site-Data").stream()
                        .anyMatch(value -> value.contains("\"cookies\"") || value.contains("\"*\""));
    }
}
