package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Need;
import dev.naysayer.engine.credential.TokenNeed;
import java.util.List;

/** The token is good, its scope is not the one that the operation asks for. */
final class InsufficientScope {

    static final List<CredentialCondition> VARIANTS = List.of(Variant.of(
                    ConditionInfo.of(
                                    ConditionGroup.JWT,
                                    "insufficient-scope",
                                    "a good token without the scope that the operation needs")
                            .core()
                            .needs(Need.OTHER_SCOPE)
                            .refused(403)
                            .errors("insufficient_scope")
                            .changes("claim scope")
                            .because(
                                    "A client that is told so asks for more rights; one that is told 401 refreshes for ever.",
                                    must(rfc(6749, "7"))),
                    TokenNeed.Kind.OTHER_SCOPE)
            .except(operation ->
                    operation.scopes().isEmpty() ? "the suite names no scope that the operation needs" : null));

    private InsufficientScope() {}
}
