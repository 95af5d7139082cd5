package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.inconclusive;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.SHOULD;

import dev.naysayer.dsl.BodySchema;
import dev.naysayer.dsl.DocumentPlace;
import dev.naysayer.dsl.DocumentedAnswers;
import dev.naysayer.dsl.DocumentedSchema;
import dev.naysayer.engine.credential.Reach;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.Clause;
import dev.naysayer.engine.standard.SpecReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an OpenAPI document says of a refusal, beside what standards say of it: a documented status makes nothing right, and what is
 * broken here is the document or the API, whichever was not meant so.
 */
final class AnswerAsDocumented implements Rule {

    private static final RuleInfo INFO = rule("answer-as-documented", SHOULD, SpecReference.openApi("Responses Object"))
            .summary("The refusal is one that the OpenAPI document describes")
            .why("Clients and their generated code know only the refusals that the document describes.")
            .clients(
                    "Generated clients throw an error of their own at an answer that they have no type for, and the reason is lost.")
            .fix(
                    "Describe the refusals once, below components, and refer to them; or let the API answer as it is described.");

    private static final Pattern JSON = Pattern.compile("(?i)[^/]+/(json|[^/]+\\+json)");

    /** One thing that is otherwise than the document has it. */
    private record Difference(String expected, String actual, DocumentPlace at) {}

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /** Of another request, or of a message that a server refuses by itself, the document does not speak. */
    @Override
    public boolean concerns(ContractCase it) {
        Reach reach = it.condition().info().reach();
        return it.operation().documented() != null && (reach == Reach.NO_CREDENTIAL || reach == Reach.CREDENTIAL);
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        DocumentedAnswers documented = it.operation().documented();
        if (documented == null) {
            return notApplicable("no document describes the operation");
        }
        DocumentedAnswers.Answer answer = documented.of(evidence.status()).orElse(null);
        if (answer == null) {
            // A document is not expected to have every status (OpenAPI 3.2 section Responses Object).
            return violated(
                    statuses(documented), String.valueOf(evidence.status()), Clause.advice(source(documented.at())));
        }
        if (evidence.response().body().truncated() && !answer.bodies().isEmpty()) {
            return inconclusive("the body is longer than the client reads");
        }
        List<Difference> differences = new ArrayList<>();
        try {
            findInBody(answer, evidence, differences);
        } catch (BodySchema.Undecided e) {
            return inconclusive("the document's schema, held against this body, " + e.getMessage());
        }
        findInHeaders(answer, evidence, differences);
        return differences.isEmpty()
                ? passed()
                : violated(
                        lines(differences, Difference::expected),
                        lines(differences, Difference::actual),
                        Clause.should(source(differences.get(0).at())));
    }

    private static void findInBody(DocumentedAnswers.Answer answer, Evidence evidence, List<Difference> differences)
            throws BodySchema.Undecided {
        if (answer.bodies().isEmpty() || evidence.answersHead()) {
            return;
        }
        String mediaType = evidence.body().mediaType();
        DocumentedAnswers.Body body =
                mediaType == null ? null : answer.body(mediaType).orElse(null);
        if (body == null) {
            differences.add(new Difference(
                    "a body of " + String.join(" or ", answer.bodies().keySet()),
                    evidence.body().isEmpty() ? "no body" : mediaType == null ? "no Content-Type" : mediaType,
                    answer.at().below("content")));
        } else if (body.schema() != null
                && mediaType != null
                && JSON.matcher(mediaType).matches()) {
            findInJson(body.schema(), evidence, differences);
        }
    }

    private static void findInJson(DocumentedSchema schema, Evidence evidence, List<Difference> differences)
            throws BodySchema.Undecided {
        String wanted = "a body that matches " + schema.at();
        if (evidence.body().json() == null) {
            differences.add(new Difference(wanted, BodyMatchesSchema.fault(evidence), schema.at()));
            return;
        }
        try {
            List<String> violations = schema.violations(evidence.body().json().toString());
            if (!violations.isEmpty()) {
                differences.add(new Difference(wanted, String.join("\n", violations), schema.at()));
            }
        } catch (DocumentedSchema.Unusable e) {
            differences.add(new Difference(
                    "a schema that a body can be held against, " + schema.at(),
                    String.valueOf(e.getMessage()),
                    schema.at()));
        }
    }

    private static void findInHeaders(
            DocumentedAnswers.Answer answer, Evidence evidence, List<Difference> differences) {
        answer.headers().forEach((name, at) -> {
            if (Header.value(evidence.response().headers(), name) == null) {
                differences.add(new Difference("the header " + name, "no " + name, at));
            }
        });
    }

    private static String statuses(DocumentedAnswers documented) {
        return documented.byStatus().isEmpty()
                ? "a refusal that the document describes, and it describes none"
                : "a status that the document describes: "
                        + String.join(", ", documented.byStatus().keySet());
    }

    private static String lines(List<Difference> differences, Function<Difference, String> side) {
        return differences.stream().map(side).collect(Collectors.joining("\n"));
    }

    /** The place in the document stands in the place of a standard. */
    private static SpecReference source(DocumentPlace at) {
        return new SpecReference(at.toString(), null);
    }
}
