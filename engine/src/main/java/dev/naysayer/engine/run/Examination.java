package dev.naysayer.engine.run;

import dev.naysayer.engine.credential.Diagnosis;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Whether a run of a suite could be trusted, told before the run.
 *
 * @param connections how many connections are opened on which nothing is asked for
 * @param most how many requests are sent at most, where nobody asks for one again later
 * @param diagnoses looks; called once
 * @param sent how many requests were sent until now
 */
public record Examination(int connections, int most, Supplier<List<Diagnosis>> diagnoses, IntSupplier sent) {

    /** The same in words that another hand went over. */
    Examination said(UnaryOperator<String> by) {
        return new Examination(
                connections,
                most,
                () -> diagnoses.get().stream().map(it -> it.said(by)).toList(),
                sent);
    }
}
