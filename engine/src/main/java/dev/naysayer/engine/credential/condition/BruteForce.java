package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.asvs;

import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Presentation;
import dev.naysayer.engine.credential.Protection;
import java.util.List;
import java.util.stream.IntStream;

/** Someone tries one password after the other. */
final class BruteForce {

    private static final int TRIED_BEFORE = 20;

    static final List<CredentialCondition> VARIANTS = List.of(Variant.of(
            BasicInfo.of("brute-force", "a made-up password after twenty others, on one connection")
                    .optIn()
                    .refused(429)
                    .status(securityAdvice(asvs("6.3.1")))
                    .changes("text")
                    .because("Whoever may try on and on finds the password.", Protection::refused),
            Pair::checked,
            BruteForce::tries));

    private BruteForce() {}

    private static Credential tries(Presentation good) {
        List<Credential> before = IntStream.rangeClosed(1, TRIED_BEFORE)
                .mapToObj(number -> wrong(good, number))
                .toList();
        return wrong(good, TRIED_BEFORE + 1).after(before);
    }

    private static Credential wrong(Presentation good, int number) {
        Pair pair = Pair.shown(good);
        String tried = pair.withPassword(MadeUp.like(pair.password(), number)).text();
        return good.showing(tried).showing(Pair.encoded(tried)).declared();
    }
}
