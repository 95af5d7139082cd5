package dev.naysayer.engine.credential.condition;

import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Protection;
import java.util.List;

/** The auth-scheme stands alone. */
final class SchemeOnly {

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.withoutToken(
                    CarriageInfo.malformed("scheme-only", "the auth-scheme without a credential behind it")
                            .refused(401, 400)
                            .needs()
                            .changes("credential")
                            .because(
                                    "An auth-scheme without a credential proves nothing; a parser must not trip over it.",
                                    Protection::refused),
                    good -> good.carrying(good.line(good.authScheme()))),
            Variant.withoutToken(
                    CarriageInfo.malformed("scheme-trailing-space", "the auth-scheme and a blank, nothing behind it")
                            .refused(401, 400)
                            .needs()
                            .changes("credential")
                            .because(
                                    "The blank at the end is no part of the value, so this is the auth-scheme alone.",
                                    Protection::refused),
                    good -> good.carrying(good.line(good.authScheme() + " ")).sentVerbatim()));

    private SchemeOnly() {}
}
