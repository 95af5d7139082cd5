package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.ADVICE;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** "Needlessly fine-grained" is no keyword. X-Powered-By is what frameworks send beside it. */
final class ServerNotDetailed implements Rule {

    private static final RuleInfo INFO = rule("server-not-detailed", ADVICE, rfc(9110, "10.2.4"))
            .summary("No header tells the version of the software")
            .why("Whoever knows the version knows which of its published holes to try.")
            .clients("Honest clients do nothing with it; scanners pick their attack by it.")
            .fix("Turn the version off in server and gateway, or drop both headers.");

    private static final Set<String> FIELDS = Set.of("server", "x-powered-by");
    private static final Pattern VERSION = Pattern.compile("[0-9]\\.[0-9]");

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
        List<Header> headers = evidence.response().headers().stream()
                .filter(header -> FIELDS.contains(header.name().toLowerCase(Locale.ROOT)))
                .toList();
        if (headers.isEmpty()) {
            return notApplicable("there is neither Server nor X-Powered-By");
        }
        return headers.stream()
                .filter(header -> VERSION.matcher(header.value()).find())
                .findFirst()
                .map(header -> violated("no version", "%s: %s".formatted(header.name(), header.value())))
                .orElse(passed());
    }
}
