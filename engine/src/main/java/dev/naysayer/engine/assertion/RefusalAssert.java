package dev.naysayer.engine.assertion;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.condition.CredentialConditions;
import dev.naysayer.engine.credential.scheme.AuthSchemes;
import dev.naysayer.engine.evidence.Challenge;
import dev.naysayer.engine.evidence.ChallengeField;
import dev.naysayer.engine.evidence.ErrorBody;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.exchange.redaction.Redactor;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.FailureText;
import dev.naysayer.engine.outcome.OutcomeKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.AbstractAssert;

/** What can be asserted of an answer that says no. */
public final class RefusalAssert extends AbstractAssert<RefusalAssert, Evidence> {

    private static final Set<OutcomeKind> RED = EnumSet.of(OutcomeKind.VIOLATION, OutcomeKind.INCONCLUSIVE);

    private final Judge judge;

    private RefusalAssert(Evidence evidence, Judge judge) {
        super(evidence, RefusalAssert.class);
        this.judge = judge;
    }

    static RefusalAssert of(Evidence evidence) {
        return new RefusalAssert(evidence, new Judge(AuthSchemes.named("bearer"), new AnyCredential(), false));
    }

    /**
     * Says what was wrong with the credential, for the rules that depend on it; without it, a credential was presented.
     *
     * @param name a condition's name, {@code expired-token} or {@code no-token}
     * @throws IllegalArgumentException if there is no such condition, or if it has to be let in
     */
    public RefusalAssert toCondition(String name) {
        CredentialCondition condition = CredentialConditions.named(name);
        if (condition.info().positive()) {
            throw new IllegalArgumentException(
                    "'%s' is a good credential in another spelling, so no refusal of it is right".formatted(name));
        }
        return with(actual, new Judge(judge.scheme(), condition, judge.credentialKnown()));
    }

    /**
     * Says how the credential traveled; without it, as a bearer token.
     *
     * @param name a scheme's name, {@code bearer}, {@code basic} or {@code api-key}
     * @throws IllegalArgumentException if there is no such scheme
     */
    public RefusalAssert ofScheme(String name) {
        return with(actual, new Judge(AuthSchemes.named(name), judge.condition(), judge.credentialKnown()));
    }

    /** Says what was presented, so that it is found where the answer repeats it, and stands in no message. */
    public RefusalAssert toCredential(String presented) {
        Evidence redacted = actual.ofAnswer(Redactor.answerTo(new Secret(presented), actual.response()));
        return with(redacted, new Judge(judge.scheme(), judge.condition(), true));
    }

    /** The status is 401. */
    public RefusalAssert isUnauthorized() {
        return hasStatus(401);
    }

    /** The status is 403. */
    public RefusalAssert isForbidden() {
        return hasStatus(403);
    }

    /** The status is this one. */
    public RefusalAssert hasStatus(int status) {
        if (actual.status() != status) {
            throw differs("status " + status, "status " + actual.status());
        }
        return this;
    }

    /**
     * The answer offers this auth-scheme; what follows is about its challenges alone.
     *
     * @param scheme {@code Bearer}, compared without regard to case
     */
    public ChallengeAssert hasChallenge(String scheme) {
        List<Challenge> challenges = actual.challenges(scheme);
        if (challenges.isEmpty()) {
            throw differs("a challenge with the scheme " + scheme, field());
        }
        return new ChallengeAssert(challenges, this);
    }

    /** There is no {@code WWW-Authenticate} field. */
    public RefusalAssert hasNoChallenge() {
        if (!actual.response().headers("WWW-Authenticate").isEmpty()) {
            throw differs("no WWW-Authenticate", field());
        }
        return this;
    }

    /** The media type of the body is this one; parameters do not count. */
    public RefusalAssert hasMediaType(String mediaType) {
        String found = actual.body().mediaType();
        if (!mediaType.equalsIgnoreCase(found)) {
            throw differs(mediaType, found == null ? "no Content-Type" : found);
        }
        return this;
    }

    /** The body is problem details (RFC 9457), well-formed, and repeats no other status. */
    public RefusalAssert hasProblemDetails() {
        if (actual.body().isEmpty() && actual.response().body().truncated()) {
            throw differs("a body", "one that was not read: take BodyHandlers.ofString() or ofByteArray()");
        }
        hasMediaType(ErrorBody.PROBLEM_JSON);
        if (actual.body().isEmpty()) {
            throw differs("problem details", "an empty body");
        }
        return conformsTo(RuleSet.only("problem-details-well-formed"));
    }

    /** No MUST of these rules is broken, and all of them could decide: what is green in a suite is green here. */
    public RefusalAssert conformsTo(RuleSet rules) {
        return judged(rules, RED);
    }

    /** As {@link #conformsTo}, and no SHOULD or security advice is broken either, of which a suite only warns. */
    public RefusalAssert conformsStrictlyTo(RuleSet rules) {
        return judged(rules, EnumSet.of(OutcomeKind.VIOLATION, OutcomeKind.INCONCLUSIVE, OutcomeKind.WARNING));
    }

    private RefusalAssert judged(RuleSet rules, Set<OutcomeKind> red) {
        CaseOutcome outcome = judge.outcome(actual, rules);
        if (red.contains(outcome.kind())) {
            throw failure("%s", FailureText.of(name(), outcome, it -> it.fails(red.contains(OutcomeKind.WARNING))));
        }
        // Of a page that was served, or of a crash, most rules have nothing to say.
        if (!actual.isRefusal() && !judge.letsIn(actual.status())) {
            throw differs("a refusal, 4xx", "status " + actual.status());
        }
        return this;
    }

    /** {@code 401 to expired-token}. */
    private String name() {
        return "%d to %s".formatted(actual.status(), judge.condition().info().name());
    }

    /** The field as it was sent, and where it breaks. */
    String field() {
        return actual.field() instanceof ChallengeField.Broken broken ? broken.describe() : actual.fieldText();
    }

    AssertionError differs(String expected, String actually) {
        return failure("%s", "%n".formatted() + FailureText.difference(expected, actually));
    }

    private RefusalAssert with(Evidence evidence, Judge other) {
        RefusalAssert next = new RefusalAssert(evidence, other);
        next.info.description(info.description());
        return next;
    }
}
