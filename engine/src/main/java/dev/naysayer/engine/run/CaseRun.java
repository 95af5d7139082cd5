package dev.naysayer.engine.run;

import dev.naysayer.dsl.Destinations;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.Credentials;
import dev.naysayer.engine.credential.Presented;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.exchange.client.ApiClient;
import dev.naysayer.engine.exchange.redaction.Redactor;
import dev.naysayer.engine.mover.Move;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.Outcomes;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.answer.Rules;
import dev.naysayer.engine.rule.comparison.Answer;
import dev.naysayer.engine.rule.comparison.Question;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One case from its plan to its outcome. Read this first.
 *
 * @param courtesy lets requests through to the API, as long as it wants any
 * @param retries sends them, again where the network lost one
 * @param answers keeps what came back of each case that could be judged
 * @param fromAnswers what requests take from earlier answers
 * @param redactor that of the run
 */
record CaseRun(
        Credentials credentials,
        ApiClient api,
        Courtesy courtesy,
        Retries retries,
        Outcomes outcomes,
        Answers answers,
        FromAnswers fromAnswers,
        Redactor redactor) {

    private static final String EXPOSED =
            "it would send a good credential in clear to another machine; say why it may: 'allow-plain-http: …' at the top of the suite";

    /** @throws Courtesy.Crowded where its request came in vain beside others; it has to be run again alone */
    CaseOutcome run(ContractCase it) {
        try {
            CaseOutcome unsent = unsent(it);
            if (unsent != null) {
                return unsent;
            }
            Presented presented = present(it);
            return presented instanceof Presented.Ready ready ? judged(it, ready) : outcomes.unpresented(it, presented);
        } catch (Courtesy.Crowded e) {
            throw e;
        } catch (Throwable e) {
            // Whoever loses an outcome loses all that the report could have told, so this takes errors, too.
            return outcomes.failed(it, null, e);
        }
    }

    /** The end of a case that is not sent because nothing is any more; null while requests are sent. */
    @Nullable
    CaseOutcome unsent(ContractCase it) {
        return courtesy.stopped().map(why -> unsent(it, why)).orElse(null);
    }

    private CaseOutcome unsent(ContractCase it, Stopped why) {
        return retries.lostBeside(it)
                .map(trouble -> outcomes.inconclusive(
                        it,
                        notSentAgain(trouble, why.words()),
                        new Move(why.mover(), notSentAgain(trouble, why.because()))))
                .orElseGet(() ->
                        outcomes.inconclusive(it, "not sent: " + why.words(), new Move(why.mover(), why.because())));
    }

    private static String notSentAgain(String trouble, String why) {
        return "%s; not sent again: %s".formatted(trouble, why);
    }

    /** Sends a request that no case of the suite is, and judges nothing. */
    Probing ask(Question question) {
        ContractCase it = question.it();
        Optional<Stopped> stopped = courtesy.stopped();
        if (stopped.isPresent()) {
            Stopped why = stopped.get();
            return retries.lostBeside(it)
                    .map(trouble -> Probing.unanswered(question, notSentAgain(trouble, why.words()), why.mover()))
                    .orElseGet(() -> Probing.failed(question, why.words(), why.mover()));
        }
        Presented presented = present(it);
        if (presented instanceof Presented.Ready ready) {
            Retries.Tried tried = retries.send(it, ready.credential(), () -> present(it));
            return Probing.of(question, tried.last().exchange())
                    .after(tried.earlier())
                    .last(tried.last().end());
        }
        return presented instanceof Presented.Failed failed
                ? Probing.failed(question, failed.reason(), failed.mover())
                : Probing.unsent(question, ((Presented.Unobtainable) presented).reason());
    }

    private Presented present(ContractCase it) {
        Presented presented = credentials.present(it.presents(), it.condition().applyTo(it.good()));
        // A source tells what it was told, and that may repeat what was sent.
        return presented instanceof Presented.Failed failed
                ? new Presented.Failed(redactor.redact(failed.reason()), failed.mover())
                : presented;
    }

    /** Whether a credential would go in clear to another machine although the suite does not say that it may. */
    private boolean isExposed(ContractCase it, Credential credential) {
        return credential.protocol() == Credential.Protocol.WITHOUT_TLS
                && it.suite().destinations().plainHttp() == null
                && !Destinations.isThisMachine(
                        URI.create(String.valueOf(outcomes.target())).getHost());
    }

    private CaseOutcome judged(ContractCase it, Presented.Ready presented) {
        Credential credential = presented.credential();
        if (isExposed(it, credential)) {
            return outcomes.notApplicable(it, EXPOSED);
        }
        Retries.Tried tried = retries.send(it, credential, () -> present(it));
        Courtesy.Sent sent = tried.last();
        CaseOutcome outcome = judged(it, sent.exchange()).after(tried.earlier()).showing(() -> shown(it, presented));
        return sent.end() == null ? outcome : outcome.saying(outcome.reason() + "; " + sent.end());
    }

    /** Of what the case itself presents, and not of what the suite's source gave. */
    private @Nullable String shown(ContractCase it, Presented.Ready presented) {
        return credentials.shown(it.presents(), presented).map(redactor::redact).orElse(null);
    }

    private CaseOutcome judged(ContractCase it, Exchange exchange) {
        if (!(exchange instanceof Exchange.Answered answered)) {
            return outcomes.of(it, exchange, none -> List.of());
        }
        try {
            return judged(it, answered);
        } catch (Throwable e) {
            return outcomes.failed(it, exchange, e);
        }
    }

    private CaseOutcome judged(ContractCase it, Exchange.Answered answered) {
        fromAnswers.given(it, answered.response()).forEach(redactor::register);
        Evidence evidence = Evidence.of(answered.request(), answered.response(), answers.counterparts(it));
        CaseOutcome outcome = outcomes.of(it, answered, same -> Rules.judge(it, evidence));
        if (outcome.kind() != OutcomeKind.INCONCLUSIVE) {
            answers.keep(Answer.of(it, evidence));
        }
        return outcome;
    }
}
