package dev.naysayer.engine.outcome;

import dev.naysayer.dsl.Declared;
import dev.naysayer.dsl.Statuses;
import dev.naysayer.dsl.VisibleText;
import dev.naysayer.engine.credential.Presented;
import dev.naysayer.engine.credential.Reach;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.mover.Move;
import dev.naysayer.engine.mover.Mover;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Judgement;
import dev.naysayer.engine.rule.OwnFault;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.SpecReference;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a case, decided in one place.
 *
 * @param suite the suite's name
 * @param target the base URL requests go to, or null where none is known
 * @param strict whether a broken SHOULD or security advice is a violation
 * @param waivers what passes although it is broken
 */
public record Outcomes(String suite, @Nullable String target, boolean strict, Waivers waivers) {

    /** Answers that somebody before the API gives: they say nothing of it. */
    private static final Map<Integer, String> NOT_THE_API = Map.of(
            429, "429: the API wants fewer requests; wait, or ask its team for a limit that tests can live with",
            502, "502: a gateway answered, not the API",
            503, "503: the API is not available",
            504, "504: a gateway answered, not the API");

    /**
     * A proxy that wants a credential of its own wants it of every request: where the control got through, the API or what stands
     * before it gave this answer, and the rules judge it.
     */
    private static final String A_PROXY =
            "407: a proxy on the way wants a credential of its own, not the API; give it in the requestSpecification() of a ContractTarget";

    private static final String UNKNOWN_SUBJECT =
            "the API does not know the credential of '%s' (401), and it got through nowhere in this run: a wrong or stale credential is no missing right; check what stands below 'subjects', or allow '%1$s' something that is safe";

    private static final String NOBODY_GOT_AT_IT =
            "refused with 404; nobody got at this object of '%s' in this run, so it may not be there, and this proves less";

    /** Where nothing is waived. */
    public Outcomes(String suite, @Nullable String target, boolean strict) {
        this(suite, target, strict, Waivers.NONE);
    }

    /** Whose move it is after an answer that says nothing of the API: a gateway's, but for the API that says that it is not there. */
    public static Mover mover(int status) {
        return status == 503 ? Mover.API : Mover.GATEWAY;
    }

    /** What an exchange comes to; the rules are asked only where there is an answer of the API to judge. */
    public CaseOutcome of(ContractCase it, Exchange exchange, Function<Exchange.Answered, List<Judgement>> judge) {
        if (exchange instanceof Exchange.Unsendable unsendable) {
            return outcome(it, OutcomeKind.MISCONFIGURED, unsendable.reason(), Mover.SUITE, exchange);
        }
        if (exchange instanceof Exchange.NotApplicable none) {
            return notApplicable(it, none.reason());
        }
        if (exchange instanceof Exchange.Unanswered unanswered
                && it.condition().info().reach() == Reach.CONNECTION) {
            return outcome(
                    it,
                    OutcomeKind.CONFORMING,
                    "no answer is right: " + unanswered.reason(),
                    null,
                    List.of(),
                    exchange);
        }
        if (exchange instanceof Exchange.Unanswered unanswered) {
            return outcome(it, OutcomeKind.INCONCLUSIVE, unanswered.reason(), unanswered.mover(), exchange);
        }
        if (exchange instanceof Exchange.Unread unread) {
            return outcome(it, OutcomeKind.INCONCLUSIVE, unread.reason(), Mover.GATEWAY, exchange);
        }
        Exchange.Answered answered = (Exchange.Answered) exchange;
        Response response = answered.response();
        String obstacle = NOT_THE_API.get(response.status());
        if (obstacle != null && !it.expects(response.status())) {
            return outcome(it, OutcomeKind.INCONCLUSIVE, obstacle, mover(response.status()), exchange);
        }
        if (response.status() == 407
                && (it.control() || !it.operation().control().sent())) {
            return outcome(it, OutcomeKind.INCONCLUSIVE, A_PROXY, Mover.GATEWAY, exchange);
        }
        if (it.looksLikeControl(response.status())
                && response.headers("WWW-Authenticate").isEmpty()) {
            return outcome(it, OutcomeKind.INCONCLUSIVE, likeControl(response.status()), Mover.SUITE, exchange);
        }
        return it.control() ? control(it, response, exchange) : refusal(it, judge.apply(answered), exchange);
    }

    private static String likeControl(int status) {
        return "%d without a challenge is what the good credential gets as well, so it cannot be told whether this one was refused; let the control end in another way, such as 422"
                .formatted(status);
    }

    /** The case was not sent, and it is nobody's fault but the surroundings'. */
    public CaseOutcome inconclusive(ContractCase it, String reason, Move move) {
        return outcome(it, OutcomeKind.INCONCLUSIVE, reason, move, List.of(), null);
    }

    /** The case was not judged by a fault of ours. */
    public CaseOutcome failed(ContractCase it, @Nullable Exchange exchange, Throwable fault) {
        return outcome(it, OutcomeKind.INCONCLUSIVE, OwnFault.words(fault), OwnFault.mover(fault), exchange);
    }

    /** The case was not sent because the suite or its surroundings are wrong. */
    public CaseOutcome misconfigured(ContractCase it, String reason, Move move) {
        return outcome(it, OutcomeKind.MISCONFIGURED, reason, move, List.of(), null);
    }

    /** The credential could not be made; nothing was sent. */
    public CaseOutcome unpresented(ContractCase it, Presented presented) {
        if (presented instanceof Presented.Failed failed) {
            return misconfigured(it, failed.reason(), Move.of(failed.mover()));
        }
        Presented.Unobtainable none = (Presented.Unobtainable) presented;
        Move move = new Move(Mover.SUITE, none.words());
        return it.control() || it.isDenied() || it.condition().subject() != null
                ? misconfigured(it, "no source gives a good credential, " + none.reason(), move)
                : outcome(it, OutcomeKind.NOT_OBTAINABLE, none.reason(), move, List.of(), null);
    }

    /**
     * A subject that may not, refused or let in, and how much that proves.
     *
     * @param proof where the same credential got through, or null where it did nowhere
     * @param there whether somebody got at what is refused, or whether the answer does not say that it is not there
     */
    public CaseOutcome denied(ContractCase it, CaseOutcome outcome, @Nullable ContractCase proof, boolean there) {
        Integer status =
                outcome.transcript() == null ? null : outcome.transcript().status();
        if (status == null || outcome.kind().isUnjudged()) {
            return outcome;
        }
        if (status == 401 && proof == null && !it.expects(status)) {
            return outcome.without(UNKNOWN_SUBJECT.formatted(it.subject()), Move.of(Mover.SUITE));
        }
        if (outcome.kind() != OutcomeKind.CONFORMING) {
            return outcome;
        }
        if (!there) {
            return outcome.saying(NOBODY_GOT_AT_IT.formatted(it.owner()));
        }
        return outcome.saying(
                proof == null
                        ? "refused; the same credential got through nowhere in this run, so it may be a bad one, and this proves less"
                        : "refused although the same credential got through at " + proof.name());
    }

    /** The good credential got through before the refusals, and whether it still does is not known, or it does not. */
    public CaseOutcome damaged(ContractCase it, CaseOutcome after, @Nullable String last) {
        if (last == null) {
            return after;
        }
        String words = didNotGetThrough(after)
                ? ControlAnswer.who(it)
                        + " got through before the refusals and does not any more (a logout, a lock-out, a token that has expired?): "
                : "";
        String reason = words + after.reason();
        return after.with(
                OutcomeKind.INCONCLUSIVE,
                "%s. The last case before was %s".formatted(reason, last),
                after.move() == null ? null : new Move(after.move().mover(), reason));
    }

    /**
     * What a reader needs of a control that did not get through: what to look at, what was sent, and what the API said.
     *
     * @param sent what can be shown of the credential, or null
     * @param elsewhere another operation's control that did get through, or null
     */
    public CaseOutcome explained(
            ContractCase it, CaseOutcome failed, @Nullable String sent, @Nullable ContractCase elsewhere) {
        Transcript transcript = failed.transcript();
        if (transcript == null || !didNotGetThrough(failed)) {
            return failed;
        }
        return failed.saying("%s; %s%s\n  answered  %s"
                .formatted(
                        failed.reason(),
                        new ControlHint(it, transcript, elsewhere).nextStep(),
                        sent == null ? "" : "\n  sent      " + sent,
                        ApiWords.of(transcript)));
    }

    /** Whether the API itself answered a control that could not be judged, and so refused it. */
    public static boolean didNotGetThrough(CaseOutcome control) {
        Integer status =
                control.transcript() == null ? null : control.transcript().status();
        return status != null && isOfTheApi(status) && status != 407;
    }

    /**
     * A good credential in another spelling was refused, and so is the good one itself by now.
     *
     * @param control what came of the good one
     */
    public CaseOutcome spent(CaseOutcome refused, CaseOutcome control) {
        return refused.without(
                "the good credential was sent once more and did not get through either, so its spelling may be none of the trouble (a logout, a lock-out, a token that has expired?): "
                        + control.reason(),
                Move.of(control.move() == null ? Mover.SUITE : control.move().mover()));
    }

    /** The condition makes no sense here. */
    public CaseOutcome notApplicable(ContractCase it, String reason) {
        return outcome(it, OutcomeKind.NOT_APPLICABLE, reason, null, List.of(), null);
    }

    /** Whether an answer with this status says anything of the API. */
    public static boolean isOfTheApi(int status) {
        return !NOT_THE_API.containsKey(status);
    }

    /** The same of comparisons. */
    public ComparisonOutcomes comparisons() {
        return new ComparisonOutcomes(suite, target, strict, waivers);
    }

    private CaseOutcome control(ContractCase it, Response response, Exchange exchange) {
        String obstacle = new ControlAnswer(it, exchange.request(), response).obstacle();
        // First look at what was asked: a key that the API does not trust is more frequent than an API that refuses
        // all.
        return obstacle == null
                ? outcome(it, OutcomeKind.CONFORMING, null, null, List.of(), exchange)
                : outcome(it, OutcomeKind.INCONCLUSIVE, obstacle, Mover.SUITE, exchange);
    }

    private CaseOutcome refusal(ContractCase it, List<Judgement> judgements, Exchange exchange) {
        List<Finding> findings =
                judgements.stream().map(judgement -> finding(it, judgement)).toList();
        if (findings.stream().anyMatch(finding -> finding.fails(strict))) {
            return outcome(it, OutcomeKind.VIOLATION, null, null, findings, exchange);
        }
        for (Judgement judgement : judgements) {
            if (judgement.verdict() instanceof Verdict.Inconclusive undecided) {
                return outcome(
                        it,
                        OutcomeKind.INCONCLUSIVE,
                        judgement.rule().id() + ": " + undecided.reason(),
                        Move.of(undecided.mover()),
                        findings,
                        exchange);
            }
        }
        OutcomeKind kind = unfailing(findings);
        return outcome(it, kind, kind == OutcomeKind.CONFORMING ? letIn(it, exchange) : null, null, findings, exchange);
    }

    /** Why it is right that a bad credential got through; null where none did. */
    private static @Nullable String letIn(ContractCase it, Exchange exchange) {
        Declared<Statuses> declared = it.promise().statuses();
        if (declared == null
                || !declared.value().accepted()
                || !(exchange instanceof Exchange.Answered answered)
                || !it.letsIn(answered.response().status())) {
            return null;
        }
        if (declared.because() != null) {
            return "the suite lets it in: " + declared.because();
        }
        boolean bad = !it.condition().info().expectation().statuses().accepted();
        return bad && declared.profile() == null
                ? "the suite lets it in and does not say why: add 'because: …' to its status, %s"
                        .formatted(SpecReference.of(declared).text())
                : null;
    }

    /** A waiver hides no more than it names: what warns beside it is a warning still. */
    private OutcomeKind unfailing(List<Finding> findings) {
        if (findings.stream().anyMatch(Finding::warns)) {
            return OutcomeKind.WARNING;
        }
        return findings.stream().anyMatch(finding -> finding.isSaved(strict))
                ? OutcomeKind.WAIVED
                : OutcomeKind.CONFORMING;
    }

    private Finding finding(ContractCase it, Judgement judgement) {
        SpecReference source = judgement.source();
        return Finding.of(
                        judgement,
                        source.profile() == null ? judgement.standing().profile() : source.profile(),
                        source.equals(SpecReference.SUITE)
                                ? it.at().file() + ":" + it.at().line()
                                : source.text())
                .waivedBy(
                        judgement.verdict() instanceof Verdict.Violated
                                ? waivers.of(
                                        judgement.rule().id(), it.operation().name(), it.scenario())
                                : null);
    }

    /** No rule was asked, and this is why. */
    private CaseOutcome outcome(
            ContractCase it, OutcomeKind kind, String reason, Mover mover, @Nullable Exchange exchange) {
        return outcome(it, kind, reason, Move.of(mover), List.of(), exchange);
    }

    private CaseOutcome outcome(
            ContractCase it,
            OutcomeKind kind,
            @Nullable String reason,
            @Nullable Move move,
            List<Finding> findings,
            @Nullable Exchange exchange) {
        List<Evidence> withheld = exchange == null || it.suite().keepBodies() != null
                ? List.of()
                : WithheldBody.of(exchange).stream().toList();
        return new CaseOutcome(
                suite,
                it.at().file(),
                it.at().line(),
                target,
                it.operation().name(),
                it.scenario(),
                it.meaning(),
                it.control(),
                kind,
                shown(reason, withheld),
                findings.stream().map(finding -> finding.about(withheld)).toList(),
                exchange == null ? null : Transcript.of(exchange, withheld),
                move == null ? null : new Move(move.mover(), shown(move.because(), withheld)),
                it.subject(),
                it.owner());
    }

    private static @Nullable String shown(@Nullable String reason, List<Evidence> withheld) {
        return reason == null ? null : VisibleText.reason(WithheldBody.unquoted(reason, withheld));
    }
}
