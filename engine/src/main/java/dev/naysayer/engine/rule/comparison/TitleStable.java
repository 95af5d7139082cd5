package dev.naysayer.engine.rule.comparison;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.SHOULD;

import dev.naysayer.dsl.Declared;
import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.evidence.ErrorBody;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.standard.SpecReference;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is particular to one occurrence belongs to {@code detail}. */
final class TitleStable implements AcrossOperations {

    private static final RuleInfo INFO = rule("title-stable", SHOULD, SpecReference.rfc(9457, "3.1.3"))
            .summary("A problem's title is the same whenever the problem occurs")
            .why("People search for the title; one with a name or number in it finds nothing.")
            .clients("They count and group errors by title, and each occurrence becomes an error of its own.")
            .fix("Keep the title of each type in one place, and put what differs into detail.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean concerns(List<ContractCase> planned) {
        // Where nobody promises problem details, a test that never applies would only be in the way.
        Suite suite = planned.get(0).suite();
        return planned.stream().filter(Answer::isPlanned).count() > 1
                && (planned.stream().anyMatch(TitleStable::isPromised)
                        || suite.rules().profiles().contains("problem-json"));
    }

    private static boolean isPromised(ContractCase it) {
        return ErrorBody.PROBLEM_JSON.equals(Declared.valueOf(it.promise().mediaType()));
    }

    @Override
    public String expected() {
        return "one title for each type";
    }

    @Override
    public String nothing() {
        return "no two refusals are problem details with a type";
    }

    @Override
    public List<Look> looks(List<Answer> answers) {
        return answers.stream()
                .filter(Answer::refusesCase)
                .filter(it -> text(it, "title") != null)
                .filter(it -> text(it, "type") != null && !"about:blank".equals(text(it, "type")))
                .map(it -> Look.of(
                        "problem",
                        String.valueOf(text(it, "type")),
                        "\"" + text(it, "title") + "\"",
                        it.it().name()))
                .toList();
    }

    private static @Nullable String text(Answer answer, String member) {
        JsonNode problem = answer.evidence().body().problem();
        JsonNode value = problem == null ? null : problem.get(member);
        return value == null || !value.isString() ? null : value.stringValue();
    }
}
