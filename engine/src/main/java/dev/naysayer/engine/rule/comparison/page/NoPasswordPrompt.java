package dev.naysayer.engine.rule.comparison.page;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.ADVICE;

import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.RequestFields;
import dev.naysayer.dsl.Template;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.comparison.Answer;
import dev.naysayer.engine.rule.comparison.Comparison;
import dev.naysayer.engine.rule.comparison.Differing;
import dev.naysayer.engine.rule.comparison.Probe;
import dev.naysayer.engine.rule.comparison.Question;
import dev.naysayer.engine.standard.SpecReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A house's choice: pages of the API's own origin ask for the password themselves.
 *
 * <p>Only those: for a page of another origin a browser shows no window (Fetch, HTTP-network-or-cache fetch).
 */
final class NoPasswordPrompt implements Comparison {

    private static final RuleInfo INFO = rule(
                    "no-password-prompt", ADVICE, SpecReference.fetch("HTTP-network-or-cache fetch"), "page-login")
            .summary("A page that is refused is offered nothing for which the browser itself asks for a password")
            .why("The browser lays its own window over the page, and the page cannot say what it is for.")
            .clients("The user sees a grey window in place of the form, and every tab that polls brings another.")
            .fix(
                    "For requests with X-Requested-With or Sec-Fetch-Mode: cors, send a challenge of another name than Basic.");

    /** Those for which browsers ask by themselves. */
    private static final Set<String> ASKED_FOR = Set.of("basic", "digest", "ntlm", "negotiate");

    /** What jQuery and many others set, and what browsers add by themselves (Fetch Metadata). */
    private static final RequestFields OF_A_PAGE = new RequestFields(
            Stream.of(
                            Map.entry("X-Requested-With", "XMLHttpRequest"),
                            Map.entry("Sec-Fetch-Site", "same-origin"),
                            Map.entry("Sec-Fetch-Mode", "cors"),
                            Map.entry("Sec-Fetch-Dest", "empty"))
                    .map(it -> new RequestFields.Field(it.getKey(), Template.of(it.getValue())))
                    .toList(),
            List.of());

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean concerns(List<ContractCase> planned) {
        // The profile asks for it, so a suite that tries no such request is told so.
        return planned.stream().anyMatch(Answer::isPlanned);
    }

    @Override
    public List<Question> questions(List<Answer> answers) {
        Map<String, Question> first = new LinkedHashMap<>();
        answers.stream()
                .filter(it -> it.refusesCase() && it.condition().equals("no-token"))
                .forEach(it -> first.putIfAbsent(it.operation(), new Question(Probe.PAGE, ofPage(it.it()))));
        return List.copyOf(first.values());
    }

    private static ContractCase ofPage(ContractCase it) {
        Operation operation = it.operation();
        return it.on(operation.adding(OF_A_PAGE));
    }

    @Override
    public Verdict judge(List<Answer> answers) {
        List<Answer> refused = answers.stream()
                .filter(it -> it.probe() == Probe.PAGE && it.status() == 401)
                .toList();
        if (refused.isEmpty()) {
            return Verdict.notApplicable("no page was refused with 401 where it presents nothing");
        }
        return Differing.verdict(
                "no challenge for which a browser asks by itself",
                refused.stream()
                        .filter(NoPasswordPrompt::prompts)
                        .map(NoPasswordPrompt::line)
                        .toList());
    }

    private static boolean prompts(Answer answer) {
        return answer.evidence().challenges().stream()
                .anyMatch(it -> ASKED_FOR.contains(it.scheme().toLowerCase(Locale.ROOT)));
    }

    private static String line(Answer answer) {
        return "%s: %s".formatted(answer.it().name(), answer.evidence().fieldText());
    }
}
