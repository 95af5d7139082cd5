package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.ADVICE;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.graphqlOverHttp;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.evidence.RefusalInBody;
import dev.naysayer.engine.evidence.RefusalInBody.Form;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Fate;
import dev.naysayer.engine.rule.FateRule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.Clause;
import java.util.Map;

/**
 * What an answer means, its status says; a body cannot take it back.
 *
 * <p>Problem: where the credential may get through, the body may be data, and data may have an error of its own. Choice: there
 * only words of authentication count.
 */
final class NoErrorInSuccess implements FateRule {

    private static final RuleInfo INFO = rule("no-error-in-success", MUST, rfc(9205, "4.6"))
            .summary("An answer whose body tells of an error has no status of success")
            .why(
                    "Clients, caches, proxies and monitors read the status, and all of them count the refusal as a success.")
            .clients("They take the error for data, and caches keep it.")
            .fix("Set the status where the error is written, also in handlers that wrap every answer.");

    /** What the draft says: without data 4xx or 5xx is a MUST; of the older media type 2xx is what it foresees. */
    private static final Map<Form, Clause> CLAUSES = Map.of(
            Form.GRAPHQL_REQUEST_ERROR,
            new Clause(MUST, graphqlOverHttp("application/graphql-response+json")),
            Form.GRAPHQL_OLDER,
            new Clause(ADVICE, graphqlOverHttp("application/json")));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (evidence.status() < 200 || evidence.status() > 299) {
            return notApplicable("%d is no success".formatted(evidence.status()));
        }
        if (Fate.refusesField(it, evidence)) {
            return notApplicable("a field was refused, for which GraphQL has a status of success");
        }
        if (evidence.isWhatControlGot()) {
            return notApplicable("the good credential gets this answer, too");
        }
        RefusalInBody told = evidence.toldRefusal();
        if (told == null) {
            return evidence.body().isReadable() ? passed() : notApplicable("the body is no JSON object");
        }
        if (told.form() == Form.GRAPHQL_EXECUTED) {
            return notApplicable("GraphQL executed the request, for which it has a status of success");
        }
        if (it.isAcceptable() && !told.ofCredential()) {
            return passed();
        }
        String actual = "%d with %s".formatted(evidence.status(), told.words());
        Clause clause = CLAUSES.get(told.form());
        return clause == null ? violated("a 4xx", actual) : violated("a 4xx", actual, clause);
    }
}
