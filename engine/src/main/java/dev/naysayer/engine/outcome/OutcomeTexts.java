package dev.naysayer.engine.outcome;

import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.mover.Move;
import dev.naysayer.engine.rule.comparison.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All texts that stand in an outcome, to be searched one by one: most of them stand in all outcomes of a run.
 *
 * <p>Of a rule that is kept or does not apply there is only its id, and ids of ours are no secret: they are most of an outcome.
 */
public final class OutcomeTexts {

    private final List<String> all = new ArrayList<>();

    private OutcomeTexts() {}

    /** Of a case. */
    public static List<String> of(CaseOutcome it) {
        OutcomeTexts texts = new OutcomeTexts();
        texts.add(it.suite(), it.file(), it.target(), it.operation(), it.scenario(), it.meaning(), it.reason());
        texts.add(it.subject(), it.owner());
        texts.add(it.move());
        it.findings().forEach(texts::add);
        it.quiet().passed().forEach(texts::addId);
        it.quiet().silent().forEach(silence -> {
            texts.add(silence.reason());
            silence.rules().forEach(texts::addId);
        });
        if (it.transcript() != null) {
            texts.add(it.transcript());
        }
        it.earlier().forEach(texts::add);
        return texts.all;
    }

    /** Of a comparison. */
    public static List<String> of(ComparisonOutcome it) {
        OutcomeTexts texts = new OutcomeTexts();
        texts.add(it.suite(), it.file(), it.target(), it.test());
        texts.add(it.move());
        texts.add(it.finding());
        it.probes().forEach(texts::add);
        if (it.looks() != null) {
            it.looks().looks().forEach(texts::add);
            Stream.ofNullable(it.looks().waiver()).forEach(texts::add);
        }
        return texts.all;
    }

    /** Of a waiver. */
    public static List<String> of(WaiverOutcome it) {
        OutcomeTexts texts = new OutcomeTexts();
        texts.add(it.suite(), it.file(), it.target(), it.rule(), it.scenario(), it.operation(), it.removal());
        texts.add(it.waiver());
        texts.add(it.reason());
        return texts.all;
    }

    private void add(Finding it) {
        addId(it.rule());
        add(it.level(), it.profile(), it.because(), it.source(), it.link(), it.summary(), it.why(), it.clients());
        add(it.fix(), it.verdict(), it.expected(), it.actual(), it.reason());
        if (it.waiver() != null) {
            add(it.waiver());
        }
    }

    private void add(@Nullable Move it) {
        if (it != null) {
            add(it.because());
        }
    }

    private void add(Waived it) {
        add(it.owner(), it.reason(), it.link(), it.file());
    }

    private void add(Look it) {
        add(it.subject(), it.group(), it.look());
        it.names().forEach(this::add);
    }

    private void add(Transcript it) {
        add(it.method(), it.uri(), it.requestBody(), it.responseBody(), it.withheld(), it.note(), it.token());
        add(it.requestHeaders());
        add(it.responseHeaders());
    }

    private void add(List<Header> headers) {
        headers.forEach(header -> add(header.name(), header.value()));
    }

    private void addId(String rule) {
        if (RuleWords.named(rule) == null) {
            add(rule);
        }
    }

    private void add(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null) {
                all.add(text);
            }
        }
    }
}
