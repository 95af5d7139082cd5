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
import java.util.HashSet;
import java.util.Set;

/** Extensions register their codes (section 8.5), so that no two mean different things. */
final class TokenErrorRegistered implements Rule {

    private static final RuleInfo INFO = rule("token-error-registered", MUST, rfc(6749, "5.2"))
            .summary("The error code of an authorization server is one that clients know")
            .why("A client decides by the code, and does nothing sensible on one that no standard has.")
            .clients("They take it for a fault of the server, and try the same again.")
            .fix("Send one of the six codes of the standard, or one that IANA has registered for token endpoints.");

    /** Those of the standard, and the registered ones of the usage "token endpoint response". */
    private static final Set<String> CODES = Set.of(
            "invalid_request",
            "invalid_client",
            "invalid_grant",
            "unauthorized_client",
            "unsupported_grant_type",
            "invalid_scope",
            "authorization_pending",
            "slow_down",
            "access_denied",
            "expired_token",
            "invalid_target",
            "invalid_dpop_proof",
            "use_dpop_nonce",
            "invalid_authorization_details",
            "need_info",
            "request_denied",
            "request_submitted");

    /** RFC 7009 section 2.2.1. */
    private static final String OF_REVOCATION = "unsupported_token_type";

    /** What RFC 7662 section 2.3 allows beside them. */
    private static final Set<String> OF_INTROSPECTION = Set.of("invalid_token", "insufficient_scope", OF_REVOCATION);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean concerns(ContractCase it) {
        return OauthEndpoint.isMeant(it);
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        String error = OauthEndpoint.error(evidence);
        if (!OauthEndpoint.isError(evidence) || error == null) {
            return notApplicable("there is no error code");
        }
        return codes(it.operation().kind()).contains(error)
                ? passed()
                : violated("a code that is registered", "'error': \"%s\"".formatted(error));
    }

    private static Set<String> codes(OperationKind kind) {
        Set<String> codes = new HashSet<>(CODES);
        if (kind == OperationKind.REVOCATION_ENDPOINT) {
            codes.add(OF_REVOCATION);
        } else if (kind == OperationKind.INTROSPECTION_ENDPOINT) {
            codes.addAll(OF_INTROSPECTION);
        }
        return codes;
    }
}
