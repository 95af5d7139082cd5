package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.dsl.OperationKind;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.Words;
import tools.jackson.databind.JsonNode;

/** A refusal holds no token: {@link NoStore} speaks of those. */
final class TokenAnswerNotStored implements Rule {

    private static final RuleInfo INFO = rule("token-answer-not-stored", MUST, rfc(6749, "5.1"))
            .summary("No cache keeps an answer with a token in it")
            .why("Whoever reads the cache, a proxy's or a browser's, has the token.")
            .clients("They are handed somebody else's token, or an old one, without a request that reaches the server.")
            .fix("Send Cache-Control: no-store with every answer of the token endpoint.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean concerns(ContractCase it) {
        return OauthEndpoint.isMeant(it) && it.operation().kind() == OperationKind.TOKEN_ENDPOINT;
    }

    @Override
    public boolean speaksOfEveryAnswer() {
        return true;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        JsonNode body = evidence.body().object();
        if (!it.letsIn(evidence.status()) || body == null || !body.has("access_token")) {
            return notApplicable("there is no token in the answer");
        }
        return evidence.cacheControl().has("no-store")
                ? passed()
                : violated("Cache-Control: no-store", Words.shown(evidence.fieldText("Cache-Control")));
    }
}
