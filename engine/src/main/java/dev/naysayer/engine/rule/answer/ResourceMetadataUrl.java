package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.AuthParam;
import dev.naysayer.engine.evidence.ChallengeField;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.evidence.TargetHost;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/**
 * Whatever the scheme: the parameter belongs to every one that takes OAuth tokens.
 *
 * <p>The quotes need no look of their own: no bare token holds a colon, so what stands without them is no absolute URL.
 */
final class ResourceMetadataUrl implements Rule {

    private static final RuleInfo INFO = rule("resource-metadata-url", MUST, rfc(9728, "5.1"))
            .summary("resource_metadata is an https URL in quotes")
            .why(
                    "A client that was refused cannot find out where to get a token, or learns it from anybody on the way.")
            .clients("They drop a URL that is relative or not https, and never ask for a token.")
            .fix("Send the full URL of the metadata document, in quotes, with https and without a fragment.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (evidence.field() instanceof ChallengeField.Broken) {
            return notApplicable("the field does not parse");
        }
        List<AuthParam> params = evidence.challenges().stream()
                .flatMap(challenge -> challenge.params("resource_metadata").stream())
                .toList();
        if (params.isEmpty()) {
            return notApplicable("there is no resource_metadata");
        }
        return params.stream()
                .filter(param -> !isUrl(param.value()))
                .findFirst()
                .map(param -> violated("an absolute https URL in quotes, without fragment", written(param)))
                .orElse(passed());
    }

    private static boolean isUrl(String text) {
        try {
            URI uri = new URI(text);
            return uri.getRawAuthority() != null
                    && uri.getRawFragment() == null
                    && uri.toASCIIString().equals(text)
                    && (isSecure(uri) || isLocal(uri));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isSecure(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    /** What stays on one machine nobody else can read, so http will do. */
    private static boolean isLocal(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme())
                && uri.getHost() != null
                && TargetHost.isLoopback(uri.getHost());
    }

    private static String written(AuthParam param) {
        return (param.quoted() ? "%s=\"%s\"" : "%s=%s").formatted(param.name(), param.value());
    }
}
