package dev.naysayer.engine.rule.comparison;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.SECURITY_ADVICE;

import dev.naysayer.dsl.GraphqlRequest;
import dev.naysayer.dsl.Operation;
import dev.naysayer.engine.evidence.GraphqlResponse;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.answer.SchemaHint;
import dev.naysayer.engine.standard.SpecReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A check that looks at one form of a request leaves the others open.
 *
 * <p>Problem: introspection is for everybody where an API says so. Choice: it counts only at an endpoint that refuses whole requests to
 * whoever has no credential.
 */
final class GraphqlFormsRefused implements Comparison {

    /** The forms, and how a reader calls them. */
    private static final Map<Probe, String> FORMS = new LinkedHashMap<>();

    static {
        FORMS.put(Probe.GRAPHQL_INTROSPECTION, "as introspection");
        FORMS.put(Probe.GRAPHQL_UNKNOWN_FIELD, "with a field that does not exist");
        FORMS.put(Probe.GRAPHQL_ALIASES, "with aliases");
        FORMS.put(Probe.GRAPHQL_BATCH, "in a batch");
        FORMS.put(Probe.GRAPHQL_OTHER_METHOD, "by the other method");
        FORMS.put(Probe.GRAPHQL_PERSISTED, "by the hash of the document");
    }

    private static final Set<Probe> ABOUT_THE_SCHEMA = Set.of(Probe.GRAPHQL_INTROSPECTION, Probe.GRAPHQL_UNKNOWN_FIELD);

    private static final RuleInfo INFO = rule("graphql-forms-refused", SECURITY_ADVICE, SpecReference.asvs("4.3.2"))
            .summary("What a GraphQL endpoint refuses without a credential, it refuses in every form")
            .why("A check that looks at one form of a request serves the same data, or the schema, in another.")
            .clients("Honest clients ask in one form; whoever looks for a way in tries all of them.")
            .fix("Look at the credential before the request is parsed, for GET, POST and every request of a batch.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean concerns(List<ContractCase> planned) {
        return Probe.GRAPHQL_BATCH.isAllowedBy(planned.get(0).suite())
                && planned.stream()
                        .anyMatch(it -> it.isNobody() && it.operation().graphql() != null);
    }

    @Override
    public List<Question> questions(List<Answer> answers) {
        Map<String, Answer> byPath = new LinkedHashMap<>();
        refused(answers).forEach(it -> byPath.merge(it.it().operation().resource(), it, GraphqlFormsRefused::better));
        List<Question> questions = new ArrayList<>();
        byPath.values().forEach(answer -> {
            Operation operation = answer.it().operation();
            GraphqlRequest asked = operation.graphql();
            if (asked != null) {
                ContractCase nobody = answer.it().alone();
                GraphqlForms.of(operation, asked, answer.evidence().isRefusal())
                        .forEach((probe, form) -> questions.add(new Question(probe, nobody.on(form))));
            }
        });
        return questions;
    }

    /** A mutation has fewer forms. */
    private static Answer better(Answer one, Answer other) {
        return one.it().operation().isSafe() ? one : other.it().operation().isSafe() ? other : one;
    }

    private static Stream<Answer> refused(List<Answer> answers) {
        return answers.stream()
                .filter(it -> it.probe() == null && it.it().isNobody())
                .filter(it -> it.it().operation().graphql() != null)
                .filter(it -> it.refusesCase() || it.evidence().toldRefusal() != null);
    }

    @Override
    public Verdict judge(List<Answer> answers) {
        List<Answer> asked = answers.stream()
                .filter(it -> it.probe() != null && FORMS.containsKey(it.probe()))
                .toList();
        if (asked.isEmpty()) {
            return Verdict.notApplicable(
                    "no GraphQL request that has another form was refused for want of a credential");
        }
        Predicate<Answer> aboutSchema = it -> ABOUT_THE_SCHEMA.contains(it.probe());
        return Differing.verdict(
                "no data and nothing of the schema without a credential, in no form",
                asked.stream()
                        .filter(aboutSchema.negate())
                        .filter(GraphqlFormsRefused::isServed)
                        .map(it -> "%s: %d with data".formatted(form(it), it.status()))
                        .toList(),
                asked.get(0).it().admission(),
                asked.stream()
                        .filter(aboutSchema)
                        .flatMap(GraphqlFormsRefused::told)
                        .toList());
    }

    private static Stream<String> told(Answer answer) {
        if (isServed(answer)) {
            return Stream.of("%s: %d with the schema".formatted(form(answer), answer.status()));
        }
        return SchemaHint.isIn(answer.evidence().body().text().replace("\\\"", "\""))
                ? Stream.of("%s: %d with a hint at what the schema has".formatted(form(answer), answer.status()))
                : Stream.empty();
    }

    private static String form(Answer answer) {
        return answer.operation() + " " + FORMS.get(answer.probe());
    }

    /** Whatever the status: what is there is there. */
    private static boolean isServed(Answer answer) {
        GraphqlResponse response = GraphqlResponse.of(answer.evidence().body());
        return response != null && response.servesSomething();
    }
}
