package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.AuthParam;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A relative one is valid, too. */
final class ErrorUriValid implements Rule {

    private static final RuleInfo INFO = rule("error-uri-valid", MUST, rfc(6750, "3"))
            .summary("error_uri is a URI")
            .why("A link that is none cannot be followed by the developer whom it should help.")
            .clients("Tools that make a link of it fail, or show a dead one.")
            .fix("Send the address of a page about the error, percent-encoded, or leave error_uri out.");

    /** The characters that RFC 6750 allows; some that java.net.URI takes are not among them. */
    private static final Pattern CHARACTERS = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        List<String> uris = Stream.of("Bearer", "DPoP")
                .flatMap(scheme -> evidence.challenges(scheme).stream())
                .flatMap(challenge -> challenge.params("error_uri").stream())
                .map(AuthParam::value)
                .toList();
        if (uris.isEmpty()) {
            return notApplicable("there is no error_uri");
        }
        return uris.stream()
                .filter(uri -> !isUriReference(uri))
                .findFirst()
                .map(uri -> violated("a URI reference", "error_uri=\"%s\"".formatted(uri)))
                .orElse(passed());
    }

    private static boolean isUriReference(String text) {
        try {
            return CHARACTERS.matcher(text).matches()
                    && new URI(text).toASCIIString().equals(text);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
