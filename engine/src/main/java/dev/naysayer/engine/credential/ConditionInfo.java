package dev.naysayer.engine.credential;

import static dev.naysayer.engine.standard.Clause.advice;
import static dev.naysayer.engine.standard.Clause.may;
import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.Clause.should;
import static dev.naysayer.engine.standard.SpecReference.asvs;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.dsl.CauseKind;
import dev.naysayer.dsl.Expectation;
import dev.naysayer.dsl.Statuses;
import dev.naysayer.engine.standard.Clause;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A condition's words and defaults.
 *
 * @param name kebab-case, the scenario's name in YAML
 * @param meaning the condition in one line
 * @param group what it can be named together with, or null where a suite has it for itself
 * @param core whether every API should be tested with it
 * @param safe whether it does no harm on an API that others use too; where not, only its own name or {@code everything} brings it in
 * @param appliesTo which schemes it makes sense for
 * @param unless which of these it makes no sense for, or null
 * @param needs what has to be at hand to make it; empty where nothing has
 * @param reach how far the request gets before it is refused
 * @param expectation which answer is right unless the suite says otherwise
 * @param admission what an API breaks that lets it in, or, of a good credential in another spelling, that refuses it; by the
 *     scheme's traits. MAY where it breaks nothing
 * @param ownStatus what an API breaks that refuses it with another status, or null where {@link #status} says it of all alike
 * @param changes the facts in which it differs from the good credential: one, or the page says so
 * @param why why that answer is right, in one sentence
 * @param fix how an API is mended that lets it in, in one sentence; null where it is mended as what rules say of all alike
 */
public record ConditionInfo(
        String name,
        String meaning,
        @Nullable ConditionGroup group,
        boolean core,
        boolean safe,
        Trait appliesTo,
        @Nullable Trait unless,
        Set<Need> needs,
        Reach reach,
        Expectation expectation,
        Function<Set<Trait>, Clause> admission,
        @Nullable Clause ownStatus,
        List<String> changes,
        String why,
        @Nullable String fix) {

    /** Among {@link #changes}: the request asks for no JSON. */
    public static final String ACCEPT = "field Accept";

    /** Whether a suite has it for itself, and no catalogue knows it. */
    public boolean isOwn() {
        return group == null;
    }

    /** Whether the request asks for JSON, as all do but a few. */
    public boolean asksForJson() {
        return !changes.contains(ACCEPT);
    }

    /** Whether the API gets authentication information that it can use (RFC 6750 section 3.1). */
    public boolean authenticates() {
        return reach != Reach.NO_CREDENTIAL && reach != Reach.OTHER_REQUEST;
    }

    /** What an API breaks that refuses it with another status than the expected; MAY where it breaks nothing. */
    public Clause status(Set<Trait> scheme) {
        if (ownStatus != null) {
            return ownStatus;
        }
        return switch (reach) {
            case NO_CREDENTIAL -> should(rfc(9110, "11.4"));
            case CREDENTIAL -> judged(scheme);
            // Of who asks there is no doubt, and no standard has a status for a request that somebody else made up.
            case FORGERY -> securityAdvice(asvs("3.5.1"));
            // Who answers need not be the API, and says what is wrong with the message.
            case MESSAGE -> advice(rfc(9110, "15.5"));
            case OTHER_REQUEST, CONNECTION -> may(rfc(9110, "15.5"));
        };
    }

    private Clause judged(Set<Trait> scheme) {
        if (scheme.contains(Trait.BEARER)) {
            return should(rfc(6750, "3.1"));
        }
        // "Ought to" is no keyword.
        return expectation.statuses().refusals().contains(401) ? should(rfc(9110, "11.4")) : advice(rfc(9110, "11.4"));
    }

    /**
     * What it has in common with other causes; null where it has nothing: where it must be let in, where another request is sent,
     * where no answer is right, and where only the login behind a good token is not what is asked for.
     */
    public @Nullable CauseKind kind() {
        return positive() || group == ConditionGroup.STEP_UP
                ? null
                : switch (reach) {
                    case NO_CREDENTIAL -> CauseKind.NO_CREDENTIAL;
                    case CREDENTIAL -> refused();
                    case FORGERY -> CauseKind.FORGED_REQUEST;
                    case MESSAGE -> CauseKind.BROKEN_MESSAGE;
                    case OTHER_REQUEST, CONNECTION -> null;
                };
    }

    /** The code that fits best goes first; of a malformed request it is {@code invalid_request} (RFC 6750 section 3.1). */
    private CauseKind refused() {
        if (expectation.statuses().refusals().equals(List.of(403))) {
            return CauseKind.NO_RIGHT;
        }
        return expectation.errors().get(0).equals("invalid_request")
                ? CauseKind.BROKEN_MESSAGE
                : CauseKind.BAD_CREDENTIAL;
    }

    /** Whether it must be let in: a good credential in another spelling. */
    public boolean positive() {
        return expectation.statuses().accepted()
                && expectation.statuses().refusals().isEmpty();
    }

    /** Only bearer challenges have error codes (RFC 6750 section 3.1); of other schemes none can be asked for. */
    public Expectation expectation(Set<Trait> scheme) {
        return scheme.contains(Trait.BEARER)
                ? expectation
                : new Expectation(expectation.statuses(), List.of(Expectation.NO_ERROR));
    }

    /** Begins a condition; each group has its defaults. */
    public static Builder of(ConditionGroup group, String name, String meaning) {
        return new Builder(group, name, meaning);
    }

    /** Collects what is said of a condition; {@link #because} ends it. */
    public static final class Builder {

        private final ConditionGroup group;
        private final String name;
        private final String meaning;
        private boolean core;
        private boolean safe = true;
        private Trait appliesTo;
        private @Nullable Trait unless;
        private Set<Need> needs;
        private Reach reach = Reach.CREDENTIAL;
        private Statuses statuses = Statuses.refused(List.of(401));
        private List<String> errors = List.of("invalid_token");
        private @Nullable Clause ownStatus;
        private List<String> changes = List.of();
        private @Nullable String fix;

        private Builder(ConditionGroup group, String name, String meaning) {
            this.group = group;
            this.name = name;
            this.meaning = meaning;
            this.appliesTo = switch (group) {
                case CARRIAGE -> Trait.AUTHORIZATION;
                case JWT, STEP_UP, OPAQUE -> Trait.BEARER;
                case API_KEY -> Trait.API_KEY;
                case BASIC -> Trait.BASIC;
                case SESSION -> Trait.SESSION;
                case CSRF -> Trait.CSRF;
                case DIGEST -> Trait.DIGEST;
                case CLIENT, TOKEN_ENDPOINT, INTROSPECTION, REVOCATION -> Trait.CLIENT;
            };
            this.needs = EnumSet.of(
                    group == ConditionGroup.JWT || group == ConditionGroup.STEP_UP
                            ? Need.SIGNING_KEY
                            : Need.CREDENTIAL);
        }

        /** Every API should be tested with it. */
        public Builder core() {
            core = true;
            return this;
        }

        /** Too heavy, or too much like an attack, for an API that others use too: only its own name or {@code everything} brings it in. */
        public Builder optIn() {
            safe = false;
            return this;
        }

        public Builder appliesTo(Trait trait) {
            appliesTo = trait;
            return this;
        }

        public Builder unless(Trait trait) {
            unless = trait;
            return this;
        }

        public Builder needs(Need... others) {
            needs = Set.of(others);
            return this;
        }

        /** The API sees nothing that it could judge: 401, and a challenge without an error. */
        public Builder noCredential() {
            reach = Reach.NO_CREDENTIAL;
            return refused(401).errors(Expectation.NO_ERROR);
        }

        /** The HTTP message itself is unacceptable, and a server may say so before the API sees it. */
        public Builder brokenMessage() {
            reach = Reach.MESSAGE;
            return this;
        }

        /** Who asks is known, and another site may have had the request sent: 403. */
        public Builder forged() {
            reach = Reach.FORGERY;
            return refused(403).errors(Expectation.NO_ERROR);
        }

        /** Another request, without a credential: any of these answers serves nothing, and is right. */
        public Builder otherRequest(int... answers) {
            reach = Reach.OTHER_REQUEST;
            return refused(answers).errors(Expectation.NO_ERROR);
        }

        /** Nobody ought to answer at all, and whoever refuses need not be the API. */
        public Builder brokenConnection() {
            reach = Reach.CONNECTION;
            return this;
        }

        /** Refused with one of these statuses. */
        public Builder refused(int... refusals) {
            statuses = Statuses.refused(IntStream.of(refusals).boxed().toList());
            return this;
        }

        /** Let in with a 2xx. */
        public Builder accepted() {
            statuses = new Statuses(true, List.of());
            return errors(Expectation.NO_ERROR);
        }

        /** Let in, or refused with one of these statuses: it depends on the API. */
        public Builder acceptedOrRefused(int... refusals) {
            statuses = new Statuses(true, IntStream.of(refusals).boxed().toList());
            return this;
        }

        /** What an API breaks that refuses it with another status. */
        public Builder status(Clause clause) {
            ownStatus = clause;
            return this;
        }

        /** Codes that are right in a challenge, with {@link Expectation#NO_ERROR} for none. */
        public Builder errors(String... codes) {
            errors = List.of(codes);
            return this;
        }

        /** The facts in which it differs from the good credential. */
        public Builder changes(String... facts) {
            changes = List.of(facts);
            return this;
        }

        /** How an API is mended that lets it in, in one sentence: only where what is said of all bad credentials would not help. */
        public Builder fix(String words) {
            fix = words;
            return this;
        }

        /**
         * Ends the condition.
         *
         * @param why why the expected answer is right, in one sentence
         * @param admission what an API breaks that lets it in or, of a good credential, refuses it
         */
        public ConditionInfo because(String why, Clause admission) {
            return because(why, scheme -> admission);
        }

        /**
         * Ends the condition.
         *
         * @param why why the expected answer is right, in one sentence
         * @param admission the same, where it depends on the scheme
         */
        public ConditionInfo because(String why, Function<Set<Trait>, Clause> admission) {
            return new ConditionInfo(
                    name,
                    meaning,
                    group,
                    core,
                    safe,
                    appliesTo,
                    unless,
                    needs,
                    reach,
                    new Expectation(statuses, errors),
                    admission,
                    ownStatus,
                    changes,
                    why,
                    fix);
        }
    }
}
