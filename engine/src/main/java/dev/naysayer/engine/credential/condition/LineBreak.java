package dev.naysayer.engine.credential.condition;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Protection;
import java.util.List;

/** The credential tries to end the header field and to begin another. */
final class LineBreak {

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.withoutToken(
                    info(
                            "crlf-encoded",
                            "a credential with a percent-encoded line break, then what looks like a header"),
                    good -> good.showing("a%0d%0aX-Naysayer:%20y").declared()),
            Variant.withoutToken(
                    info("crlf-raw", "a credential with a line break in it, then another header"),
                    good -> good.showing("a\r\nX-Naysayer: y").declared().sentVerbatim()));

    private LineBreak() {}

    private static ConditionInfo info(String name, String meaning) {
        return CarriageInfo.malformed(name, meaning)
                .needs()
                .changes("text")
                .because("Who decodes or repeats it lets a stranger write headers of the answer.", Protection::refused);
    }
}
