package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.must;

import dev.naysayer.dsl.CauseKind;
import dev.naysayer.dsl.Expectation;
import dev.naysayer.dsl.OwnCondition;
import dev.naysayer.dsl.Statuses;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Need;
import dev.naysayer.engine.credential.Reach;
import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.standard.SpecReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The conditions of one suite by their names: its own, and those of the catalogue. */
public final class OwnConditions {

    /** Only their author knows in what they differ from the good one. */
    private static final List<String> CHANGES = List.of("credential");

    private final Map<String, CredentialCondition> own = new HashMap<>();

    /** @param declared those of the suite */
    public OwnConditions(List<OwnCondition> declared) {
        declared.forEach(it -> own.put(it.name(), of(it)));
    }

    /**
     * The condition of a name that the suite reader let through.
     *
     * @throws IllegalArgumentException if there is none
     */
    public CredentialCondition named(String name) {
        CredentialCondition condition = own.get(name);
        return condition == null ? CredentialConditions.named(name) : condition;
    }

    private static CredentialCondition of(OwnCondition declared) {
        ConditionInfo info = new ConditionInfo(
                declared.name(),
                declared.meaning() + " (own condition of this suite)",
                null,
                false,
                true,
                Trait.ANY,
                null,
                Set.of(declared.subject() == null ? Need.CAPTURED_TOKEN : Need.CREDENTIAL),
                reach(declared.kind()),
                expectation(declared.kind()),
                scheme -> must(SpecReference.SUITE),
                null,
                CHANGES,
                "The suite says so.",
                null);
        return declared.subject() == null
                ? Variant.of(info, TokenNeed.Kind.CAPTURED)
                : new OfSubject(info, declared.subject());
    }

    private static Reach reach(CauseKind kind) {
        return switch (kind) {
            case NO_CREDENTIAL -> Reach.NO_CREDENTIAL;
            case BAD_CREDENTIAL, NO_RIGHT -> Reach.CREDENTIAL;
            case FORGED_REQUEST -> Reach.FORGERY;
            case BROKEN_MESSAGE -> Reach.MESSAGE;
        };
    }

    /** As conditions of the catalogue with such a cause are answered. */
    private static Expectation expectation(CauseKind kind) {
        return switch (kind) {
            case NO_CREDENTIAL -> refused(401, Expectation.NO_ERROR);
            case BAD_CREDENTIAL -> refused(401, "invalid_token");
            case NO_RIGHT -> refused(403, Expectation.NO_ERROR, "insufficient_scope");
            case FORGED_REQUEST -> refused(403, Expectation.NO_ERROR);
            case BROKEN_MESSAGE -> refused(400, "invalid_request", Expectation.NO_ERROR);
        };
    }

    private static Expectation refused(int status, String... errors) {
        return new Expectation(Statuses.refused(List.of(status)), List.of(errors));
    }
}
