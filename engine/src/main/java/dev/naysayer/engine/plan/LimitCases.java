package dev.naysayer.engine.plan;

import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.dsl.Limits;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.OperationKind;
import dev.naysayer.dsl.Promise;
import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.credential.Presents;
import dev.naysayer.engine.credential.condition.Guess;
import dev.naysayer.engine.credential.condition.Guess.Turn;
import dev.naysayer.engine.credential.condition.Guessing;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is asked where a suite says that passwords are tried one after the other: so many and no more.
 *
 * <p>Problem: a limit by address is filled by the first user whose passwords are tried, and then the second seems to be known to nobody, or
 * to everybody. Choice: the made-up user first, then the wait, then the one whose account it is: so each begins with nothing behind them.
 *
 * <p>Problem: the last wrong password may be the one that fills the limit, and is still answered as any other. Choice: behind it the good
 * one, a further wrong one and the good one again. So the two kinds are compared while both are limited, and a limit that lets one request
 * through by chance does not seem to be none.
 */
public final class LimitCases {

    /**
     * One request.
     *
     * @param it what is sent
     * @param pause how long nothing is sent before it
     */
    public record Turned(ContractCase it, Duration pause) {}

    private final Suite suite;
    private final Limits limits;
    private final Operation operation;
    private final Presents presents;
    private final Guessing what;

    private LimitCases(Suite suite, Limits limits, Operation operation, Presents presents) {
        this.suite = suite;
        this.limits = limits;
        this.operation = operation;
        this.presents = presents;
        this.what = Guessing.of(presents.traits()).orElseThrow();
    }

    /** In their order; none where the suite does not say so, or has no safe operation that asks for such a password. */
    public static List<Turned> of(Suite suite) {
        Limits limits = suite.limits();
        return limits == null
                ? List.of()
                : operation(suite, limits)
                        .flatMap(it -> presents(suite, limits, it)
                                .map(presents -> new LimitCases(suite, limits, it, presents).all()))
                        .orElse(List.of());
    }

    /** At which operation passwords are tried: the first that changes nothing; a token endpoint does not. */
    private static Optional<Operation> operation(Suite suite, Limits limits) {
        return suite.operations().stream()
                .filter(it -> it.isSafe() || it.kind().isEndpoint())
                .filter(it -> !it.mutates() && !it.endsSession() && it.kind() != OperationKind.REVOCATION_ENDPOINT)
                .filter(it -> it.control().sent() && presents(suite, limits, it).isPresent())
                .findFirst();
    }

    private static Optional<Presents> presents(Suite suite, Limits limits, Operation operation) {
        Map<String, CredentialDeclaration> theirs = new LinkedHashMap<>();
        suite.credentials().forEach(it -> theirs.put(it.name(), it));
        limits.subject().credentials().forEach(it -> theirs.put(it.name(), it));
        return operation.requires().isPublic()
                ? Optional.empty()
                : new Alternatives(operation.requires(), theirs)
                        .of(limits.subject())
                        .filter(it -> Guessing.of(it.traits()).isPresent())
                        .findFirst();
    }

    private List<Turned> all() {
        return Stream.of(
                        Stream.of(turned(Turn.GOOD_BEFORE, 0, false)),
                        guesses(Turn.UNKNOWN),
                        what.namesSomebody() ? guesses(Turn.KNOWN) : Stream.<Turned>empty(),
                        Stream.of(
                                turned(Turn.GOOD_AT_ONCE, 1, false),
                                turned(Turn.IN_BETWEEN, limits.attempts() + 1, false),
                                turned(Turn.GOOD_AT_ONCE, 2, false)),
                        Stream.of(turned(Turn.GOOD_AGAIN, 0, true)))
                .flatMap(it -> it)
                .toList();
    }

    private Stream<Turned> guesses(Turn turn) {
        return IntStream.rangeClosed(1, limits.attempts())
                .mapToObj(number -> turned(turn, number, turn == Turn.KNOWN && number == 1));
    }

    private Turned turned(Turn turn, int number, boolean waits) {
        Guess guess = new Guess(what, turn, number);
        return new Turned(
                new ContractCase(
                        suite,
                        operation,
                        presents,
                        guess,
                        guess.info().expectation(),
                        Promise.NONE,
                        operation.at(),
                        CaseRole.SCENARIO,
                        null),
                waits ? limits.pause() : Duration.ZERO);
    }
}
