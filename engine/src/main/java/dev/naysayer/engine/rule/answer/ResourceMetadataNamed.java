package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Challenge;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.List;

/** The standard leaves it to the API; whoever chooses the profile has decided that clients may rely on it. */
final class ResourceMetadataNamed implements Rule {

    private static final RuleInfo INFO = rule("resource-metadata-named", MUST, rfc(9728, "5.1"), "rfc9728")
            .summary("The challenge of a 401 names the metadata of the API")
            .why("A client that meets the API for the first time cannot learn where it gets a token.")
            .clients("They guess at well-known addresses, or ask a person to configure an issuer by hand.")
            .fix("Add resource_metadata to the challenge, with the URL of the metadata document.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (evidence.status() != 401) {
            return notApplicable("only a 401 has to name it");
        }
        List<Challenge> challenges = evidence.challenges(it.scheme().challengeScheme());
        if (challenges.isEmpty()) {
            return notApplicable("there is no challenge of the scheme");
        }
        return challenges.stream().anyMatch(challenge -> challenge.param("resource_metadata") != null)
                ? passed()
                : violated("resource_metadata in the challenge", evidence.fieldText());
    }
}
