package dev.naysayer.engine.fault;

import dev.naysayer.engine.exchange.RawServer;
import dev.naysayer.engine.fault.Fault.Kind;
import dev.naysayer.engine.fault.Wire.Good;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A server on the loopback that answers rightly, except for the requests that a fault befalls.
 *
 * <p>It closes each connection after a right answer, so that a fault which befalls a connection befalls the next request; with a
 * fault that is about kept connections it keeps them.
 */
final class FaultServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 50, RawServer.loopback());
    private final Fault fault;
    private final Function<String, Good> answers;
    private final Predicate<String> befallen;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final AtomicBoolean befell = new AtomicBoolean();
    private final CountDownLatch over = new CountDownLatch(1);

    /**
     * @param answers the right answer to a request, which is given as ISO-8859-1
     * @param befallen which requests the fault befalls; one that befalls a connection does so once, and is asked of with an
     *     empty text
     */
    FaultServer(Fault fault, Function<String, Good> answers, Predicate<String> befallen) throws IOException {
        this.fault = fault;
        this.answers = answers;
        this.befallen = befallen;
        daemon(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /** Each request that was read, byte for byte. */
    List<String> received() {
        return List.copyOf(received);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connection.setSoTimeout(30_000);
                open.add(connection);
                daemon(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            if (fault.kind() == Kind.BEFORE_READING && befallen.test("") && !befell.getAndSet(true)) {
                fault.script().play(wire(connection, ""));
                return;
            }
            InputStream in = new BufferedInputStream(connection.getInputStream());
            String request = RawServer.read(in);
            for (int answered = 0; !request.isEmpty(); answered++) {
                received.add(request);
                boolean spoilt = fault.kind() != Kind.BEFORE_READING
                        && befallen.test(request)
                        && (fault.kind() != Kind.KEEPS_AND_ENDS || answered > 0);
                Wire wire = wire(connection, request);
                if (spoilt) {
                    fault.script().play(wire);
                } else {
                    wire.write(wire.good().whole());
                }
                if (!isKeeping()) {
                    return;
                }
                request = RawServer.read(in);
            }
        } catch (IOException e) {
            // The client hung up, or the fault closed the connection.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Wire wire(Socket connection, String request) {
        Good good = answers.apply(request);
        Good framed = isKeeping() ? good : good.with(good.status(), "Connection: close\r\n");
        return new Wire(connection, request.split(" ", 2)[0], framed, over);
    }

    /** What comes behind an answer shows in the next one, if at all. */
    private boolean isKeeping() {
        return (fault.kind() == Kind.KEEPS_AND_ENDS || fault.kind() == Kind.ANSWERS);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "fault-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        over.countDown();
        socket.close();
        for (Socket connection : open) {
            connection.close();
        }
    }
}
