package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.inconclusive;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.standard.Level.MUST;

import dev.naysayer.dsl.Declared;
import dev.naysayer.dsl.Match;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.SpecReference;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Each member of the body that the suite speaks of. */
final class MembersAsDeclared implements Rule {

    private static final RuleInfo INFO = rule("members-as-declared", MUST, SpecReference.SUITE)
            .summary("The members of the body are as the suite declares them")
            .why("Programs tell causes apart by these members, and take one cause for another.")
            .clients("They look the code up that the contract names, and show a general error for any other.")
            .fix("Map each cause to its code and its words in the place that writes the body.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleInfo info(ContractCase it) {
        return INFO.of(DeclaredValues.first(it.promise().members()));
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        Map<String, Declared<Match>> declared = it.promise().members();
        if (declared.isEmpty()) {
            return notApplicable("the suite declares no member");
        }
        if (evidence.answersHead()) {
            return notApplicable("an answer to HEAD has no body");
        }
        if (evidence.response().body().truncated()) {
            return inconclusive("the body is longer than the client reads");
        }
        JsonNode body = evidence.body().json();
        DeclaredValues values = new DeclaredValues(evidence);
        declared.forEach((pointer, match) -> values.json(pointer, match, member(body, pointer)));
        return body == null && values.isBroken() ? values.verdict(BodyMatchesSchema.fault(evidence)) : values.verdict();
    }

    private static @Nullable JsonNode member(@Nullable JsonNode body, String pointer) {
        JsonNode member = body == null ? null : body.at(pointer);
        return member == null || member.isMissingNode() ? null : member;
    }
}
