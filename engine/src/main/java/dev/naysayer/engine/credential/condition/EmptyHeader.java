package dev.naysayer.engine.credential.condition;

import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Protection;
import java.util.List;

/** The header field is there, and empty. */
final class EmptyHeader {

    static final List<CredentialCondition> VARIANTS = List.of(Variant.withoutToken(
            CarriageInfo.of("empty-header", "an Authorization header without a value")
                    .needs()
                    .noCredential()
                    .refused(401, 400)
                    .changes("credential")
                    .because("An empty header says no more than none.", Protection::refused),
            good -> good.carrying(good.line(""))));

    private EmptyHeader() {}
}
