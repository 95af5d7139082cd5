package dev.naysayer.engine.rule.comparison;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.ADVICE;

import dev.naysayer.engine.evidence.AuthParam;
import dev.naysayer.engine.evidence.Challenge;
import dev.naysayer.engine.evidence.Varying;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.standard.SpecReference;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The same mistake, told in the same form and by the same codes wherever it is made. */
final class ShapeSameAcrossOperations implements AcrossOperations {

    private static final RuleInfo INFO = rule("shape-same-across-operations", ADVICE, SpecReference.rfc(9457, "4"))
            .summary("The same refusal has the same form, and the same code, from every operation")
            .why(
                    "A client that has learnt to read one refusal cannot read the next one of the same API, or takes it for another mistake.")
            .clients("They read the reason of some refusals, and show a general error for the others.")
            .fix("Let one error handler write all refusals.");

    /** Members that APIs tell programs the cause by. */
    private static final Set<String> FOR_PROGRAMS =
            Set.of("type", "code", "error", "error_code", "errorCode", "reason");

    /** A sentence is for people, and may speak of the operation. */
    private static final Pattern CODE = Pattern.compile("\\S+");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean concerns(List<ContractCase> planned) {
        return Operations.sharesACondition(planned);
    }

    @Override
    public String expected() {
        return "one form for each condition and status";
    }

    @Override
    public String nothing() {
        return Operations.NOTHING_TO_COMPARE;
    }

    @Override
    public List<Look> looks(List<Answer> answers) {
        // Another status is told by another rule, and a HEAD has no body to compare.
        return Operations.refusals(answers).stream()
                .filter(it -> !it.evidence().answersHead())
                .map(it -> Look.of(it.variation(), it.variation() + " with " + it.status(), shape(it), it.operation()))
                .toList();
    }

    /** {@code Bearer realm error, application/problem+json with status title type}. */
    private static String shape(Answer answer) {
        String challenges = answer.evidence().challenges().stream()
                .map(ShapeSameAcrossOperations::shape)
                .sorted()
                .collect(Collectors.joining(" and "));
        String mediaType = answer.evidence().body().mediaType();
        JsonNode object = answer.evidence().body().object();
        return (challenges.isEmpty() ? "no challenge" : challenges)
                + (mediaType == null ? ", no Content-Type" : ", " + mediaType)
                + (object == null
                        ? ""
                        : object.propertyNames().stream()
                                .sorted()
                                .map(name -> name + code(name, object.get(name)))
                                .collect(Collectors.joining(" ", " with ", "")));
    }

    /** {@code ="TOKEN_EXPIRED"} behind a member for programs; empty behind any other. */
    private static String code(String name, JsonNode value) {
        if (!FOR_PROGRAMS.contains(name)) {
            return "";
        }
        JsonNode code = value.isObject() ? value.path("code") : value;
        String text = code.asString("");
        return CODE.matcher(text).matches() ? "=" + Varying.masked(code.toString()) : "";
    }

    private static String shape(Challenge challenge) {
        return challenge.scheme()
                + challenge.params().stream()
                        .map(AuthParam::name)
                        .map(name -> " " + name.toLowerCase(Locale.ROOT))
                        // An operation that needs no scope has none to name.
                        .filter(name -> !name.equals(" scope"))
                        .sorted()
                        .collect(Collectors.joining());
    }
}
