package dev.naysayer.engine.rule.comparison;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.MUST;

import dev.naysayer.dsl.RequestFields;
import dev.naysayer.dsl.Template;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.SpecReference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A session that somebody opened with a token, used without one.
 *
 * <p>Only a server that gives out ids has sessions; one of revision 2026-07-28 has none.
 */
final class SessionIdNoCredential implements Comparison {

    /** As MCP up to 2025-11-25 calls the field. */
    private static final String FIELD = "Mcp-Session-Id";

    private static final RuleInfo INFO = rule(
                    "session-id-no-credential",
                    MUST,
                    new SpecReference(
                            "MCP 2025-11-25 Security Best Practices section Session Hijacking",
                            "https://modelcontextprotocol.io/docs/2025-11-25/tutorials/security/security_best_practices#session-hijacking"),
                    MetadataSearch.MCP)
            .summary("The id of a session opens nothing without a token")
            .why("Whoever learns the id, from a log or by guessing, acts as the user who opened the session.")
            .clients("They go on with a session whose token has expired or was revoked, and nobody stops them.")
            .fix("Check the token of every request, before the session is looked up.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean concerns(List<ContractCase> planned) {
        return planned.stream().anyMatch(it -> Answer.isPlanned(it) && Probe.SESSION_ID.isAllowedBy(it.suite()));
    }

    @Override
    public List<Question> questions(List<Answer> answers) {
        return opening(answers).flatMap(opening -> question(opening, answers)).stream()
                .toList();
    }

    /** The good credential's answer that gives out a session. */
    private static Optional<Answer> opening(List<Answer> answers) {
        return answers.stream()
                .filter(it -> it.probe() == null && it.it().control() && id(it).isPresent())
                .findFirst();
    }

    private static Optional<String> id(Answer answer) {
        return answer.evidence().response().headers(FIELD).stream()
                .filter(id -> id.matches("[!-~]{1,1024}"))
                .findFirst();
    }

    /**
     * Rather at an operation that needs a session than at the one that opens it. Where the suite sends the id itself, no-token did so, and
     * its own rules have told what came of it.
     */
    private static Optional<Question> question(Answer opening, List<Answer> answers) {
        List<Answer> refused = answers.stream()
                .filter(Answer::refusesCase)
                .filter(it -> it.condition().equals("no-token"))
                .filter(it -> MetadataSearch.called(it).equals(MetadataSearch.called(opening)))
                .filter(it -> it.it().operation().fields().header(FIELD).isEmpty())
                .toList();
        return Stream.concat(
                        refused.stream().filter(it -> !it.operation().equals(opening.operation())), refused.stream())
                .findFirst()
                .map(it -> new Question(
                        Probe.SESSION_ID,
                        it.it()
                                .alone()
                                .on(it.it().operation().adding(field(id(opening).orElseThrow())))));
    }

    private static RequestFields field(String id) {
        Template value = new Template(List.of(Template.Piece.given("${the session's id}", id)));
        return new RequestFields(List.of(new RequestFields.Field(FIELD, value)), List.of());
    }

    @Override
    public Verdict judge(List<Answer> answers) {
        List<Answer> asked =
                answers.stream().filter(it -> it.probe() == Probe.SESSION_ID).toList();
        if (asked.isEmpty()) {
            return Verdict.notApplicable(
                    opening(answers).isPresent()
                            ? "without a session nobody was refused who had no credential"
                            : "no answer to a good credential gives out a session");
        }
        return asked.stream()
                .filter(GotThrough::is)
                .findFirst()
                .map(it -> Verdict.violated(
                        "a refusal of the session's id alone", "%d from %s".formatted(it.status(), it.operation())))
                .orElseGet(Verdict::passed);
    }
}
