package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.ADVICE;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.dsl.Declared;
import dev.naysayer.engine.evidence.Accept;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import java.util.regex.Pattern;

/** Where a request asks for JSON a server may send something else, but nobody reads it. */
final class JsonForJsonClient implements Rule {

    private static final RuleInfo INFO = rule("json-for-json-client", ADVICE, rfc(9110, "12.5.1"))
            .summary("A client that accepts JSON gets no web page")
            .why("The reason for the refusal stands in a page that no program reads.")
            .clients("They fail in their JSON parser, and report that in place of the refusal.")
            .fix("Replace the default error pages of framework, server and proxy by JSON.");

    private static final Pattern PAGE = Pattern.compile("(?is)\\s*(?:<!--.*?-->\\s*)?<(?:!doctype html|html)\\b.*");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean isToldOnce() {
        return true;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        Accept accept = Accept.of(evidence.accept());
        if (!it.condition().info().asksForJson() || accept.takesPage()) {
            return notApplicable("the request takes whatever comes");
        }
        if (!accept.takesJson()) {
            return notApplicable("the request asks for no JSON");
        }
        if (evidence.body().isEmpty()) {
            return notApplicable("there is no body");
        }
        String declared = Declared.valueOf(it.promise().mediaType());
        if (declared != null && declared.contains("html")) {
            return notApplicable("the suite declares a web page");
        }
        return PAGE.matcher(evidence.body().text()).matches()
                ? violated("JSON, as Accept asks for", evidence.body().beginning())
                : passed();
    }
}
