package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.FateRule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.Set;

/**
 * Who used {@code Authorization} is told by the scheme that was used.
 *
 * <p>That a 401 has no challenge at all {@link ChallengeFollows401} tells.
 */
final class InvalidClientChallenged implements FateRule {

    private static final RuleInfo INFO = rule("invalid-client-challenged", MUST, rfc(6749, "5.2"))
            .summary("A client that failed in Authorization is answered 401, with a challenge of the same scheme")
            .why("An HTTP library finds out by this answer that its credential is bad, and not its request.")
            .clients(
                    "On a 400 they mend a request that is right; on a challenge of another scheme they have no credential.")
            .fix("Answer invalid_client with 401 and WWW-Authenticate: Basic wherever the client used Authorization.");

    private static final Set<String> FAILED = Set.of("unknown-client", "wrong-client-secret");
    private static final String IN_HEADER = "wrong-client-secret-in-header";
    private static final String SCHEME = "Basic";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean concerns(ContractCase it) {
        return OauthEndpoint.isMeant(it) && usesAuthorization(it);
    }

    private static boolean usesAuthorization(ContractCase it) {
        String name = it.condition().info().name();
        return name.equals(IN_HEADER) || (FAILED.contains(name) && it.traits().contains(Trait.CLIENT_IN_HEADER));
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (!OauthEndpoint.isError(evidence)) {
            return notApplicable(evidence.status() + " is no error of the endpoint's own");
        }
        if (it.declaresStatus()) {
            return notApplicable("the suite declares the status itself");
        }
        if (evidence.status() != 401) {
            return violated("401 with a challenge of the scheme " + SCHEME, String.valueOf(evidence.status()));
        }
        if (evidence.challenges().isEmpty()) {
            return notApplicable("there is no challenge that parses");
        }
        return evidence.challenges(SCHEME).isEmpty()
                ? violated("a challenge of the scheme " + SCHEME, evidence.fieldText())
                : passed();
    }
}
