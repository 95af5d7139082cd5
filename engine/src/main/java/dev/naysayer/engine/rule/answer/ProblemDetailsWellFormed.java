package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.inconclusive;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Judged only where the body claims to be problem details by its media type. */
final class ProblemDetailsWellFormed implements Rule {

    private static final RuleInfo INFO = rule("problem-details-well-formed", MUST, rfc(9457, "3.1"))
            .summary("Problem details are well-formed and repeat the status")
            .why(
                    "A client must ignore members of the wrong type, and one that trusts the body's status acts on another error than happened.")
            .clients("They ignore members of a wrong type, and show or act on what is left.")
            .fix("Use the framework's own type for problem details, and let it take the status from the response.");

    private static final List<String> TEXTS = List.of("type", "title", "detail", "instance");
    private static final List<String> URIS = List.of("type", "instance");

    private static Optional<Verdict> uris(JsonNode body) {
        return URIS.stream()
                .filter(body::has)
                .filter(member -> !isUriReference(body.get(member).asString()))
                .findFirst()
                .map(member -> violated(
                        "'%s' as a URI reference".formatted(member),
                        body.get(member).toString()));
    }

    private static boolean isUriReference(String text) {
        try {
            // A lone surrogate is none, and URI falls over it.
            return text.chars().allMatch(c -> c > ' ' && c < 0x7F)
                    && new URI(text).toASCIIString().equals(text);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Optional<Verdict> status(JsonNode body, int status) {
        JsonNode claimed = body.get("status");
        return claimed == null
                        || (claimed.isNumber() && claimed.decimalValue().compareTo(BigDecimal.valueOf(status)) == 0)
                ? Optional.empty()
                : Optional.of(violated("'status': " + status, "'status': " + claimed));
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (!evidence.body().claimsProblemDetails() || evidence.body().isEmpty()) {
            return notApplicable("the body does not claim to be problem details");
        }
        if (evidence.response().body().truncated()) {
            return inconclusive("the body is longer than the client reads");
        }
        JsonNode body = evidence.body().json();
        if (body == null || !body.isObject()) {
            return violated("a JSON object", evidence.body().beginning());
        }
        for (String member : TEXTS) {
            if (body.has(member) && !body.get(member).isString()) {
                return violated(
                        "'%s' as a string".formatted(member), body.get(member).toString());
            }
        }
        return uris(body).or(() -> status(body, evidence.status())).orElse(passed());
    }
}
