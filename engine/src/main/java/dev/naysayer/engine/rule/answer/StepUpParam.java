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
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A parameter of RFC 9470 and the only form that it has, whatever error stands beside it. */
@SuppressWarnings("ImmutableEnumChecker") // words and patterns never change
enum StepUpParam implements Rule {
    STEP_UP_MAX_AGE_INTEGER(
            rule("step-up-max-age-integer", MUST, rfc(9470, "3"))
                    .summary("max_age is a whole number of seconds")
                    .why("A client cannot ask for a login recent enough when it cannot read how recent that is.")
                    .clients("They pass it on to the authorization server, which refuses the request.")
                    .fix("Send the seconds in decimal digits, without sign and unit."),
            "max_age",
            "a whole number of seconds, not negative",
            Pattern.compile("[0-9]+").asMatchPredicate()),
    STEP_UP_ACR_VALUES_LIST(
            rule("step-up-acr-values-list", MUST, rfc(9470, "3"))
                    .summary("acr_values is a list of values parted by spaces")
                    .why("Parted otherwise, the whole list is one value that no authorization server knows.")
                    .clients("They ask the authorization server for a class that does not exist, and the login fails.")
                    .fix("Part the values by spaces, the preferred one first."),
            "acr_values",
            "one or more values parted by spaces",
            StepUpParam::isList);

    /** A URI may hold a comma, as in {@code tag:example.com,2024:gold}; a comma in anything else parts two values. */
    private static final Pattern ACR = Pattern.compile("[^,]+|[^,:]+:.*[^,]");

    private final RuleInfo info;
    private final String param;
    private final String form;
    private final Predicate<String> hasForm;

    StepUpParam(RuleInfo info, String param, String form, Predicate<String> hasForm) {
        this.info = info;
        this.param = param;
        this.form = form;
        this.hasForm = hasForm;
    }

    @Override
    public RuleInfo info() {
        return info;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        List<AuthParam> params = StepUp.challenges(evidence).stream()
                .flatMap(challenge -> challenge.params(param).stream())
                .toList();
        if (params.isEmpty()) {
            return notApplicable("there is no " + param);
        }
        return params.stream()
                .filter(found -> !hasForm.test(found.value()))
                .findFirst()
                .map(found -> violated(form, "%s=\"%s\"".formatted(param, found.value())))
                .orElse(passed());
    }

    private static boolean isList(String values) {
        List<String> parted = Stream.of(values.split(" ", -1))
                .filter(value -> !value.isEmpty())
                .toList();
        return !parted.isEmpty() && parted.stream().allMatch(ACR.asMatchPredicate());
    }
}
