package dev.naysayer.engine.rule.comparison;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.ADVICE;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.asvs;
import static dev.naysayer.engine.standard.SpecReference.graphqlOverHttp;

import dev.naysayer.dsl.GraphqlRequest;
import dev.naysayer.dsl.Operation;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.evidence.GraphqlResponse;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mutation with the good credential, asked for as a page of another site can have a browser ask without asking the API first.
 *
 * <p>Where it is done, it was done once more: only a suite that allows it by name has it asked.
 */
@SuppressWarnings("ImmutableEnumChecker") // words and functions never change
enum GraphqlMutation implements Comparison {
    /** The draft says so of every API. */
    GRAPHQL_MUTATION_NOT_BY_GET(
            Probe.MUTATION_BY_GET,
            rule("graphql-mutation-not-by-get", MUST, graphqlOverHttp("GET"))
                    .summary("A mutation that is asked for by GET is not done, and gets no success")
                    .why(
                            "A link, a picture or a cache can repeat a GET, and nobody who follows one expects it to change anything.")
                    .clients("Honest ones send POST, and notice nothing.")
                    .fix("Answer a mutation that comes by GET with 405 and Allow: POST, before it is executed."),
            "405, or another refusal, and no data",
            "no mutation let the good credential in",
            it -> true,
            GraphqlForms::byGet) {

        /** Without data it was not done; that it failed, the status has to say, whatever the media type. */
        @Override
        boolean isBroken(Answer answer, GraphqlResponse response) {
            return response.hasData() || answer.status() < 300;
        }
    },

    /** Only a credential that a browser adds by itself is worth it, and only where nothing guards it. */
    GRAPHQL_MUTATION_NEEDS_PREFLIGHT(
            Probe.MUTATION_AS_TEXT,
            rule("graphql-mutation-needs-preflight", ADVICE, asvs("3.5.2"))
                    .summary("A mutation that a page of another site sends as text/plain is not done")
                    .why(
                            "A browser asks the API before it sends JSON for a page, and sends text at once, with the user's cookie or password.")
                    .clients("Honest ones send application/json, and notice nothing.")
                    .fix("Take application/json alone and answer 415 to other media types, or look at Origin."),
            "no data for text/plain with an Origin of another site",
            "no mutation let a good credential in that browsers add by themselves",
            GraphqlMutation::isAddedByBrowsers,
            GraphqlForms::asText) {

        @Override
        boolean isBroken(Answer answer, GraphqlResponse response) {
            return response.hasData();
        }
    };

    private static final Set<Trait> ADDED_BY_BROWSERS = EnumSet.of(Trait.COOKIE, Trait.BASIC, Trait.DIGEST);

    private final Probe probe;
    private final RuleInfo info;
    private final String expected;
    private final String nothing;
    private final Predicate<ContractCase> worthIt;
    private final BiFunction<Operation, GraphqlRequest, Operation> form;

    GraphqlMutation(
            Probe probe,
            RuleInfo info,
            String expected,
            String nothing,
            Predicate<ContractCase> worthIt,
            BiFunction<Operation, GraphqlRequest, Operation> form) {
        this.probe = probe;
        this.info = info;
        this.expected = expected;
        this.nothing = nothing;
        this.worthIt = worthIt;
        this.form = form;
    }

    /** What stands beside a cookie, a page of another site does not know. */
    private static boolean isAddedByBrowsers(ContractCase it) {
        return it.presents().beside().isEmpty() && it.traits().stream().anyMatch(ADDED_BY_BROWSERS::contains);
    }

    /** Whether such an answer breaks it. */
    abstract boolean isBroken(Answer answer, GraphqlResponse response);

    @Override
    public RuleInfo info() {
        return info;
    }

    @Override
    public boolean concerns(List<ContractCase> planned) {
        return planned.stream().anyMatch(it -> probe.isAllowedBy(it.suite()) && mutation(it) != null);
    }

    private @Nullable GraphqlRequest mutation(ContractCase it) {
        GraphqlRequest asked = it.operation().graphql();
        return asked != null && asked.mutates() && it.control() && worthIt.test(it) ? asked : null;
    }

    @Override
    public List<Question> questions(List<Answer> answers) {
        Map<String, Question> byPath = new LinkedHashMap<>();
        for (Answer answer : answers) {
            ContractCase it = answer.it();
            GraphqlRequest asked = mutation(it);
            if (asked != null && answer.probe() == null && it.letsIn(answer.status())) {
                byPath.putIfAbsent(
                        it.operation().resource(), new Question(probe, it.on(form.apply(it.operation(), asked))));
            }
        }
        return List.copyOf(byPath.values());
    }

    /** What is no GraphQL response, such as a page, tells of nothing that was done. */
    @Override
    public Verdict judge(List<Answer> answers) {
        List<Answer> asked = answers.stream().filter(it -> it.probe() == probe).toList();
        if (asked.isEmpty()) {
            return Verdict.notApplicable(nothing);
        }
        return Differing.verdict(
                expected,
                asked.stream()
                        .flatMap(it -> Stream.ofNullable(
                                        GraphqlResponse.wellFormed(it.evidence().body()))
                                .filter(response -> isBroken(it, response))
                                .map(response -> "%s: %d %s 'data'"
                                        .formatted(
                                                it.operation(), it.status(), response.hasData() ? "with" : "without")))
                        .toList());
    }
}
