package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.ADVICE;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Challenge;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** No standard asks for the second copy; one that says something else is worse than none. */
final class BodyAgreesWithChallenge implements Rule {

    private static final RuleInfo INFO = rule("body-agrees-with-challenge", ADVICE, rfc(6750, "3"))
            .summary("What the body repeats of status and challenge is the same")
            .why("One client reads the header, the next the body; where they disagree the two behave differently.")
            .clients("Some go by the header and some by the body, and one of them does the wrong thing.")
            .fix("Write both from one value.");

    /** Only such an error is a code; {@code Unauthorized} is a phrase. */
    private static final Pattern CODE = Pattern.compile("[a-z]++(?:_[a-z]++)++");

    /** Where bodies of an API's own form repeat the status, as a number or as a text. */
    private static final List<String> STATUSES =
            List.of("/status", "/statusCode", "/code", "/error/status", "/error/code");

    private static final Pattern STATUS = Pattern.compile("[1-5][0-9]{2}");

    /** A code outside of these may be one of the API's own, 215. */
    private static final Pattern ERROR = Pattern.compile("[45][0-9]{2}");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        JsonNode body = evidence.body().object();
        if (body == null) {
            return notApplicable("the body is no JSON object");
        }
        List<Challenge> challenges = evidence.challenges(it.scheme().challengeScheme());
        Challenge challenge = challenges.size() == 1 ? challenges.get(0) : null;
        return status(body, evidence)
                .or(() -> error(body, evidence.errors(it.scheme().challengeScheme())))
                .or(() -> scope(body, param(challenge, "scope")))
                .orElse(passed());
    }

    private static @Nullable String param(@Nullable Challenge challenge, String name) {
        return challenge == null ? null : challenge.param(name);
    }

    /** Of problem details, {@link ProblemDetailsWellFormed} tells of the member {@code status}. */
    private static Optional<Verdict> status(JsonNode body, Evidence evidence) {
        return STATUSES.stream()
                .filter(member -> !(member.equals("/status") && evidence.body().claimsProblemDetails()))
                .filter(member -> isOther(member, body, evidence.status()))
                .findFirst()
                .map(member -> violated(shown(member, evidence.status()), shown(member, body.at(member))));
    }

    private static boolean isOther(String member, JsonNode body, int status) {
        JsonNode said = body.at(member);
        String number = said.isInt() || said.isString() ? said.asString() : "";
        return (member.endsWith("code") ? ERROR : STATUS).matcher(number).matches()
                && !number.equals(String.valueOf(status));
    }

    /** {@code 'error.code': 401}. */
    private static String shown(String member, Object value) {
        return "'%s': %s".formatted(member.substring(1).replace('/', '.'), value);
    }

    private static Optional<Verdict> error(JsonNode body, List<String> errors) {
        String said = body.path("error").asString("");
        return errors.isEmpty() || !CODE.matcher(said).matches() || errors.contains(said)
                ? Optional.empty()
                : Optional.of(violated("'error': \"%s\"".formatted(errors.get(0)), "'error': \"%s\"".formatted(said)));
    }

    private static Optional<Verdict> scope(JsonNode body, @Nullable String scope) {
        JsonNode said = body.path("scope");
        return scope == null || !said.isString() || words(scope).equals(words(said.asString()))
                ? Optional.empty()
                : Optional.of(violated("'scope': \"%s\"".formatted(scope), "'scope': " + said));
    }

    /** The order does not matter (RFC 6749 section 3.3). */
    private static Set<String> words(String scope) {
        return new HashSet<>(List.of(scope.split(" ")));
    }
}
