package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.SHOULD;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.Words;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A problem without a type of its own has nothing to say but its status. */
final class AboutBlankTitle implements Rule {

    private static final RuleInfo INFO = rule("about-blank-title", SHOULD, rfc(9457, "4.2.1"))
            .summary("A problem without a type has the status phrase as its title")
            .why("A title of its own looks like a kind of problem that no document describes.")
            .clients("They show the title, or look it up among the known problems and find nothing.")
            .fix("Give the problem a type, or let the title be the phrase of its status.");

    /** RFC 9110 section 15.5; two have an older name that is still in use. */
    private static final Map<Integer, List<String>> PHRASES = Map.ofEntries(
            Map.entry(400, List.of("Bad Request")),
            Map.entry(401, List.of("Unauthorized")),
            Map.entry(403, List.of("Forbidden")),
            Map.entry(404, List.of("Not Found")),
            Map.entry(405, List.of("Method Not Allowed")),
            Map.entry(406, List.of("Not Acceptable")),
            Map.entry(413, List.of("Content Too Large", "Payload Too Large")),
            Map.entry(414, List.of("URI Too Long")),
            Map.entry(415, List.of("Unsupported Media Type")),
            Map.entry(422, List.of("Unprocessable Content", "Unprocessable Entity")),
            Map.entry(429, List.of("Too Many Requests")),
            Map.entry(431, List.of("Request Header Fields Too Large")));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        JsonNode problem = evidence.body().problem();
        if (problem == null) {
            return notApplicable("the body is no problem details");
        }
        if (!problem.path("type").asString("about:blank").equals("about:blank")) {
            return notApplicable("the problem has a type");
        }
        List<String> phrases = PHRASES.get(evidence.status());
        if (phrases == null || !problem.path("title").isString()) {
            return notApplicable(phrases == null ? "the status has no phrase that is known" : "there is no title");
        }
        String title = problem.path("title").asString();
        return phrases.contains(title) ? passed() : violated("the title " + Words.or(phrases), title);
    }
}
