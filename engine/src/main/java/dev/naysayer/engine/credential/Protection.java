package dev.naysayer.engine.credential;

import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.standard.Clause;
import dev.naysayer.engine.standard.SpecReference;
import java.util.Set;

/**
 * Where it is written that an operation is open to whoever has the credential, and to nobody else.
 *
 * <p>No standard says so of keys and cookies; that an operation needs one, the suite says by naming it.
 */
public final class Protection {

    private Protection() {}

    /** That nobody gets through without the credential. */
    public static Clause refused(Set<Trait> scheme) {
        if (scheme.contains(Trait.BEARER)) {
            return must(rfc(6750, "3"));
        }
        if (scheme.contains(Trait.DIGEST)) {
            return must(rfc(7616, "3.3"));
        }
        return scheme.contains(Trait.BASIC) ? must(rfc(7617, "2")) : must(SpecReference.SUITE);
    }

    /** That whoever has the credential gets through. */
    public static Clause letIn(Set<Trait> scheme) {
        if (scheme.contains(Trait.BEARER)) {
            return must(rfc(6750, "2.1"));
        }
        if (scheme.contains(Trait.DIGEST)) {
            return must(rfc(7616, "3.4"));
        }
        return scheme.contains(Trait.BASIC) ? must(rfc(7617, "2")) : must(SpecReference.SUITE);
    }
}
