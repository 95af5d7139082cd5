package dev.naysayer.engine.plan;

import dev.naysayer.dsl.CauseKind;
import dev.naysayer.dsl.Declared;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.OperationPromises;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.Promise;
import dev.naysayer.dsl.Refusals;
import dev.naysayer.dsl.Scenario;
import dev.naysayer.dsl.Statuses;
import dev.naysayer.dsl.Subjects;
import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.Presents;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is declared of one case: the nearest word goes before, of each part for itself. */
final class NearestPromise {

    private static final Statuses NOT_FOUND = Statuses.refused(List.of(404));

    private NearestPromise() {}

    /** @param presents of which credential it is said what is right where that is the wrong one */
    static Promise of(Suite suite, Operation operation, Scenario scenario, ConditionInfo condition, Presents presents) {
        CauseKind kind = condition.kind();
        Refusals ofCredential = presents.varied().refusals();
        return Promise.of(Stream.of(
                here(operation, condition),
                scenario.promise(),
                ofMany(scenario.group(), kind),
                ofCredential.of(kind),
                ofAll(ofCredential, kind),
                suite.refusals().of(kind),
                ofAll(suite.refusals(), kind),
                scenario.profile()));
    }

    /**
     * What is declared of the answer to a subject that may not.
     *
     * <p>Problem: what is hidden has to look like what is not there, and that answer speaks of no right. Choice: of a foreign object that
     * is hidden {@code existence} alone says the status, whatever is said of those who are told that they may not; how every refusal looks
     * still holds.
     */
    static Promise ofDenied(Suite suite, Operation operation, ConditionInfo condition, Presents presents) {
        Position hidden = operation.objects().hidden();
        if (hidden == null || !condition.name().equals(Subjects.FOREIGN)) {
            return of(suite, operation, suite.subjects().denied(), condition, presents);
        }
        Promise notFound = new Promise(Declared.of(NOT_FOUND, hidden), null, null, null);
        return Promise.of(Stream.of(
                notFound,
                operation.promises().refusals().promise().ofAnyAnswer(),
                presents.varied().refusals().promise().ofAnyAnswer(),
                suite.refusals().promise().ofAnyAnswer()));
    }

    /** What is declared of it at the operation itself. */
    static Promise here(Operation operation, ConditionInfo condition) {
        OperationPromises here = operation.promises();
        return Promise.of(Stream.of(
                here.of(condition.name()),
                here.refusals().of(condition.kind()),
                ofAll(here.refusals(), condition.kind())));
    }

    private static Promise ofAll(Refusals refusals, @Nullable CauseKind kind) {
        return ofMany(refusals.promise(), kind);
    }

    /**
     * Problem: among all conditions, and those of a group, are broken messages that a server refuses before the API hears of them,
     * and other requests that end anyhow. Choice: what is said of many has its status and code for refused credentials only.
     */
    private static Promise ofMany(Promise said, @Nullable CauseKind kind) {
        return kind == null || kind == CauseKind.BROKEN_MESSAGE ? said.ofAnyCause() : said;
    }
}
