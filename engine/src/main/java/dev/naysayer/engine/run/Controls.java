package dev.naysayer.engine.run;

import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.dsl.PathObjects;
import dev.naysayer.engine.mover.Move;
import dev.naysayer.engine.mover.Mover;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.plan.CaseRole;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.plan.Shard;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The controls in front of a suite's refusals, and the subjects that may: what came of each, and where one did not get through, what to
 * look at.
 */
final class Controls {

    /** Whoever did not get through so often has no good credential. */
    private static final int MOST_PROOFS = 3;

    /** Who refuses a fresh session so often refuses it for something else. */
    private static final int MOST_IN_VAIN = 3;

    private static final String LOGGED_IN_AGAIN = "401, and logged in again";

    private final CaseRun line;
    private final Shard shard;
    private final ClockSkew skew;
    private final Consumer<String> notices;
    private final Map<String, FirstControl> byName;
    private final Map<Set<CredentialDeclaration>, List<FirstControl>> byCredentials;
    private final Map<Map<String, String>, List<FirstControl>> byObject;
    private final AtomicBoolean toldOfClock = new AtomicBoolean();
    private final AtomicInteger inVain = new AtomicInteger();
    private volatile Set<String> expected = Set.of();

    /**
     * @param cases all of the suite
     * @param shard which of these are run
     * @param notices is told what a reader of the console has to know
     */
    Controls(CaseRun line, Collection<ContractCase> cases, Shard shard, ClockSkew skew, Consumer<String> notices) {
        this.line = line;
        this.shard = shard;
        this.skew = skew;
        this.notices = notices;
        this.byName = cases.stream()
                .filter(it -> it.role() == CaseRole.CONTROL || it.role() == CaseRole.ALLOWED)
                .collect(Collectors.toMap(
                        ContractCase::name,
                        it -> new FirstControl(it, () -> outcome(it)),
                        (first, second) -> first,
                        LinkedHashMap::new));
        this.byObject = byName.values().stream().collect(Collectors.groupingBy(it -> object(it.it())));
        this.byCredentials = byName.values().stream()
                .collect(Collectors.groupingBy(
                        it -> presented(it.it()), LinkedHashMap::new, Collectors.toUnmodifiableList()));
    }

    /** @param operations the names of those of which a case is going to be asked for */
    void expect(Set<String> operations) {
        expected = operations;
    }

    /** That of a case's operation, and of the alternative that it is of. */
    FirstControl of(ContractCase it) {
        FirstControl control = byName.get(it.controlName());
        if (control == null) {
            throw new IllegalArgumentException("the suite has no control '" + it.controlName() + "'");
        }
        return control;
    }

    /**
     * What a case comes to whose request lacks what an earlier answer would have said, since nobody got that answer; null where all that
     * goes before it got through.
     */
    @Nullable
    CaseOutcome unled(ContractCase it) {
        for (ContractCase before : line.fromAnswers().before(it)) {
            CaseOutcome outcome = of(before).outcome();
            if (!gotThrough(outcome) && outcome.kind() != OutcomeKind.NOT_APPLICABLE) {
                Move own = Objects.requireNonNullElse(outcome.move(), Move.of(Mover.SUITE));
                return line.outcomes()
                        .inconclusive(
                                it,
                                "%s goes before it, and failed: %s".formatted(before.name(), outcome.shortReason()),
                                own);
            }
        }
        return null;
    }

    private CaseOutcome outcome(ContractCase control) {
        CaseOutcome unled = unled(control);
        if (unled != null) {
            return unled;
        }
        if (control.notApplicable() != null) {
            return line.outcomes().notApplicable(control, control.notApplicable());
        }
        CaseOutcome outcome = sent(control);
        return skew.of(outcome.transcript())
                .map(words -> outcome.kind() == OutcomeKind.CONFORMING
                        ? warned(outcome, words)
                        : outcome.saying(outcome.reason() + "; and " + words))
                .orElse(outcome);
    }

    /**
     * Problem: a session ends without telling, and an API that refuses it says nothing of its rules. Choice: where a control in front
     * is refused as nobody is, its credential comes from a log-in, and requests may be sent again at all, that is done anew, and the
     * control sent once more. Behind the refusals it is not: there it shows that something ended the session.
     */
    private CaseOutcome sent(ContractCase control) {
        int before = line.credentials().begun(control.presents());
        CaseOutcome refused = line.run(control);
        if (!isUnauthorized(refused) || !isWorthAnother(control, before)) {
            return refused;
        }
        CaseOutcome again = line.run(control);
        if (isUnauthorized(again)) {
            inVain.incrementAndGet();
        }
        return again.after(Stream.of(refused.earlier(), List.of(LOGGED_IN_AGAIN), again.earlier())
                .flatMap(List::stream)
                .toList());
    }

    private boolean isWorthAnother(ContractCase control, int before) {
        return line.retries().allowsAny()
                && inVain.get() < MOST_IN_VAIN
                && line.credentials()
                        .beginAnew(control.presents(), control.operation().scopes(), before);
    }

    private static boolean isUnauthorized(CaseOutcome control) {
        return control.kind() == OutcomeKind.INCONCLUSIVE
                && control.transcript() != null
                && Objects.equals(control.transcript().status(), 401);
    }

    /** The outcome of a case's control; where that did not get through, with what to look at. */
    CaseOutcome explained(ContractCase it) {
        FirstControl first = of(it);
        return first.outcome().kind() == OutcomeKind.INCONCLUSIVE
                ? first.explained(failed -> explained(first.it(), failed))
                : first.outcome();
    }

    private CaseOutcome explained(ContractCase it, CaseOutcome failed) {
        String shown = line.credentials().shown(it.presents(), it.good()).orElse(null);
        return line.outcomes().explained(it, failed, shown, elsewhere(it));
    }

    /**
     * Another control of the same credentials that got through.
     *
     * <p>Those before it in the suite are looked at first, then the first other one that is safe: it is asked ahead of its time, so that
     * the order of the suite decides less. What was asked by chance until now decides nothing.
     */
    private @Nullable ContractCase elsewhere(ContractCase failed) {
        List<FirstControl> same = ofSameCredentials(failed);
        Set<FirstControl> before = same.stream()
                .takeWhile(it -> !it.it().equals(failed))
                .filter(it -> expected.isEmpty()
                        ? it.isKnown()
                        : expected.contains(it.it().operation().name()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return Stream.concat(
                        before.stream(),
                        same.stream()
                                .filter(it -> !before.contains(it) && !it.it().equals(failed))
                                .filter(it -> shard.has(it.it()) && isAskedAhead(it.it()))
                                .limit(1))
                .filter(it -> gotThrough(it.outcome()))
                .map(FirstControl::it)
                .findFirst()
                .orElse(null);
    }

    /**
     * What shows of each good credential whether it is one.
     *
     * @param it the first case that presents it
     * @param safe those of its cases that change nothing
     */
    record Trial(ContractCase it, List<ContractCase> safe) {}

    /** Of each good credential, in the order of the suite. */
    List<Trial> trials() {
        return byCredentials.values().stream()
                .map(same -> new Trial(
                        same.get(0).it(),
                        same.stream()
                                .map(FirstControl::it)
                                .filter(Controls::isAskedAhead)
                                .toList()))
                .toList();
    }

    /**
     * The case in which the credential of a subject that may not got through where it may; null where there is none.
     *
     * <p>Problem: whoever is refused everywhere may have a stale credential. Choice: the first safe cases of the suite are asked,
     * whenever their turn is, so that the order of the suite decides nothing.
     */
    @Nullable
    ContractCase proof(ContractCase denied) {
        return ofSameCredentials(denied).stream()
                .filter(it -> isAskedAhead(it.it()))
                .limit(MOST_PROOFS)
                .filter(it -> gotThrough(it.outcome()))
                .map(FirstControl::it)
                .findFirst()
                .orElse(null);
    }

    /**
     * Whether anybody who may got at the object that somebody else is denied: a 404 for what is not there refuses nothing. Asked for as a
     * {@link #proof} is.
     */
    boolean isThere(ContractCase denied) {
        return byObject.getOrDefault(object(denied), List.of()).stream()
                .filter(it -> isAskedAhead(it.it()))
                .limit(MOST_PROOFS)
                .anyMatch(it -> gotThrough(it.outcome()));
    }

    /** By what leads to it, which no other owner's has; empty where it is nobody's. */
    private static Map<String, String> object(ContractCase it) {
        PathObjects objects = it.operation().objects();
        return objects.of(String.valueOf(objects.owner())).orElse(Map.of());
    }

    /** In the order of the suite. */
    private List<FirstControl> ofSameCredentials(ContractCase it) {
        return byCredentials.getOrDefault(presented(it), List.of());
    }

    private static Set<CredentialDeclaration> presented(ContractCase it) {
        return it.presents().all().collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isAskedAhead(ContractCase control) {
        return control.operation().isSafe() && !control.operation().endsSession() && control.notApplicable() == null;
    }

    static boolean gotThrough(CaseOutcome control) {
        return control.kind() == OutcomeKind.CONFORMING || control.kind() == OutcomeKind.WARNING;
    }

    private CaseOutcome warned(CaseOutcome outcome, String words) {
        // Each operation finds out for itself, and whoever watches the run has to be told once.
        if (toldOfClock.compareAndSet(false, true)) {
            notices.accept(words);
        }
        return outcome.with(OutcomeKind.WARNING, words, Move.of(Mover.API));
    }
}
