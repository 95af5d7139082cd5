package dev.naysayer.engine.exchange.verbatim;

import dev.naysayer.engine.exchange.TransportSettings;
import dev.naysayer.engine.exchange.wire.AnswerReader;
import dev.naysayer.engine.exchange.wire.Attempt;
import dev.naysayer.engine.exchange.wire.Deadlines;
import dev.naysayer.engine.exchange.wire.Failure;
import dev.naysayer.engine.exchange.wire.Lost;
import dev.naysayer.engine.exchange.wire.NoAnswer;
import dev.naysayer.engine.exchange.wire.Patience;
import dev.naysayer.engine.exchange.wire.Route;
import dev.naysayer.engine.exchange.wire.WireAnswer;
import dev.naysayer.engine.mover.Mover;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NoHttpResponseException;

/**
 * Writes requests byte for byte to a connection of their own, and reads the answer to the last.
 *
 * <p>Problem: every HTTP client mends or refuses what some cases are about, such as a control character in a header.
 * Choice: write the bytes here, and leave connecting, TLS and reading to HttpClient's parts, within the same limits.
 */
public final class VerbatimTransport {

    private final TransportSettings settings;
    private final Deadlines deadlines;

    public VerbatimTransport(TransportSettings settings, Deadlines deadlines) {
        this.settings = settings;
        this.deadlines = deadlines;
    }

    /**
     * Sends requests over one connection.
     *
     * @param requests at least one, sent in turn; only the last one's answer counts
     * @param uri names the server
     * @throws NoAnswer when none came; the attempt knows why
     */
    public WireAnswer send(List<VerbatimRequest> requests, URI uri, Route route, Attempt attempt) {
        HttpHost target = new HttpHost(uri.getScheme(), uri.getHost(), uri.getPort());
        VerbatimRequest last = requests.get(requests.size() - 1);
        VerbatimDialling dialling = new VerbatimDialling(target, route, settings);
        attempt.meant(last.shown());
        Failure failure = new Failure(target.toString(), route.proxyHost(), settings);
        try (VerbatimConnection connection = dialling.connect()) {
            int refused = within(
                    settings.connectTimeout(),
                    connection,
                    late -> dialling.secure(connection),
                    new ConnectTimeoutException("late"));
            if (refused != 0) {
                throw attempt.failed(failure.tunnelRefused(refused));
            }
            sendAhead(requests.subList(0, requests.size() - 1), connection, failure, attempt);
            attempt.writing(last.shown(), last.shown().headers());
            WireAnswer answer = sendLast(last, requests.size() - 1, connection, failure, attempt);
            attempt.answered(answer);
            return answer;
        } catch (IOException e) {
            throw attempt.failed(e, failure.reason(e));
        }
    }

    private void sendAhead(
            List<VerbatimRequest> requests, VerbatimConnection connection, Failure failure, Attempt attempt)
            throws IOException {
        for (int i = 0; i < requests.size(); i++) {
            VerbatimRequest request = requests.get(i);
            VerbatimConnection.Skipped answer =
                    exchange(i, connection, failure, attempt, late -> connection.sendAndSkipAnswer(request));
            if (attempt.showsNothingAfter(answer.status())) {
                throw attempt.failed(new Lost(
                        Mover.SUITE,
                        "the good credential that came before on the connection got %d, so this case shows nothing"
                                .formatted(answer.status())));
            }
            if (answer.spoilt()) {
                throw attempt.failed(failure.moreThan(i + 1));
            }
            if (!answer.open()) {
                throw attempt.failed(failure.closedAfter(i + 1));
            }
        }
    }

    private WireAnswer sendLast(
            VerbatimRequest last, int ahead, VerbatimConnection connection, Failure failure, Attempt attempt)
            throws IOException {
        AnswerReader reader = new AnswerReader(settings.maxBodyBytes());
        return exchange(ahead, connection, failure, attempt, late -> {
            ClassicHttpResponse response = connection.send(last);
            return last.shown().method().equals("HEAD")
                    ? reader.read(response, connection.behindHead())
                    : reader.read(response, connection::close, new Patience(deadlines, late));
        });
    }

    /** @param ahead how many answers came on this connection already */
    private <T> T exchange(
            int ahead, VerbatimConnection connection, Failure failure, Attempt attempt, VerbatimConnection.Step<T> step)
            throws IOException {
        try {
            return within(settings.responseTimeout(), connection, step, new SocketTimeoutException("late"));
        } catch (NoHttpResponseException | SocketException e) {
            if (ahead > 0) {
                throw attempt.failed(failure.closedAfter(ahead));
            }
            throw e;
        }
    }

    private <T> T within(
            Duration time, VerbatimConnection connection, VerbatimConnection.Step<T> step, IOException late)
            throws IOException {
        try (Deadlines.Deadline deadline = deadlines.start(time, connection::close)) {
            try {
                return step.run(deadline::hasPassed);
            } catch (IOException e) {
                throw deadline.hasPassed() || e instanceof SocketTimeoutException ? late : e;
            }
        }
    }
}
