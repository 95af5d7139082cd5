package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Presentation;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.standard.Clause;
import java.util.List;
import java.util.Set;

/** The credential is larger than any header that a server has to take. */
final class Oversize {

    private static final int KIBIBYTE = 1024;

    static final List<CredentialCondition> VARIANTS = List.of(
            padded("oversize-9k", "9 KiB", 9 * KIBIBYTE),
            padded("oversize-64k", "64 KiB", 64 * KIBIBYTE),
            padded("oversize-1m", "1 MiB", KIBIBYTE * KIBIBYTE));

    private Oversize() {}

    private static Variant padded(String name, String size, int length) {
        return Variant.ofCarriage(
                CarriageInfo.malformed(name, "the good credential, grown to " + size)
                        .optIn()
                        // Behind the last parameter of an answer nothing can grow.
                        .unless(Trait.DIGEST)
                        .brokenMessage()
                        .refused(431, 400, 401, 413)
                        .changes("text")
                        .because(
                                "A server has to say that a header is too large, not to fall over it.",
                                Oversize::clause),
                good -> padded(good, length));
    }

    /** What was padded is another credential; for its size alone nobody has to refuse it. */
    private static Clause clause(Set<Trait> scheme) {
        return scheme.contains(Trait.BASIC) ? must(rfc(4648, "3.3")) : must(rfc(6750, "5.2"));
    }

    private static Credential padded(Presentation good, int length) {
        // Padding ends base64, so what grows has to lose it first.
        String text = good.value().reveal().replaceAll("=+$", "");
        return good.showing(text + "A".repeat(Math.max(0, length - text.length())))
                .declared()
                .sentVerbatim();
    }
}
