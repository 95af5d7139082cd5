package dev.naysayer.engine.outcome;

import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.mover.Move;
import dev.naysayer.engine.rule.comparison.Look;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Goes through all that a run made up of an outcome, once it is complete.
 *
 * <p>Problem: an answer is redacted when it comes, and a rule may take escapes off what it quotes, or a secret be known only later.
 * Choice: what leaves a suite is looked through again; what the suite's file says of the case is left as it is.
 *
 * @param text replaces what is secret
 */
public record Redaction(UnaryOperator<String> text) {

    /** The same outcome of a case without secrets. */
    public CaseOutcome of(CaseOutcome it) {
        return new CaseOutcome(
                it.suite(),
                it.file(),
                it.line(),
                it.target(),
                it.operation(),
                it.scenario(),
                it.meaning(),
                it.control(),
                it.kind(),
                of(it.reason()),
                it.findings().stream().map(this::of).toList(),
                it.quiet(),
                it.transcript() == null ? null : of(it.transcript()),
                it.earlier().stream().map(text).toList(),
                of(it.move()),
                it.subject(),
                it.owner());
    }

    /** The same outcome of a comparison without secrets. */
    public ComparisonOutcome of(ComparisonOutcome it) {
        return new ComparisonOutcome(
                it.suite(),
                it.file(),
                it.line(),
                it.target(),
                it.test(),
                it.kind(),
                of(it.finding()),
                it.probes().stream().map(this::of).toList(),
                it.looks() == null ? null : of(it.looks()),
                of(it.move()));
    }

    private @Nullable Move of(@Nullable Move it) {
        return it == null ? null : new Move(it.mover(), of(it.because()));
    }

    private ShardLooks of(ShardLooks it) {
        return new ShardLooks(
                it.ifBroken(),
                it.waiver(),
                it.looks().stream()
                        .map(look -> new Look(
                                look.subject(),
                                text.apply(look.group()),
                                text.apply(look.look()),
                                look.names(),
                                look.count()))
                        .toList());
    }

    private Finding of(Finding it) {
        return it.saying(of(it.expected()), of(it.actual()), of(it.reason()));
    }

    /** The same exchange without secrets. */
    public Transcript of(Transcript it) {
        return new Transcript(
                it.method(),
                text.apply(it.uri()),
                headers(it.requestHeaders()),
                of(it.requestBody()),
                it.status(),
                headers(it.responseHeaders()),
                of(it.responseBody()),
                of(it.withheld()),
                it.truncated(),
                it.endless(),
                it.notKept(),
                of(it.note()),
                it.took(),
                of(it.token()));
    }

    private List<Header> headers(List<Header> headers) {
        return headers.stream()
                .map(header -> new Header(text.apply(header.name()), text.apply(header.value())))
                .toList();
    }

    private @Nullable String of(@Nullable String said) {
        return said == null ? null : text.apply(said);
    }
}
