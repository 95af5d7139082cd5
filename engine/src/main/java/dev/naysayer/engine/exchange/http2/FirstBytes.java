package dev.naysayer.engine.exchange.http2;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.function.Decorator;
import org.apache.hc.core5.reactor.IOSession;
import org.jspecify.annotations.Nullable;

/**
 * Sees with what a peer begins.
 *
 * <p>Problem: whoever does not speak HTTP/2 says so in HTTP/1, and HttpCore tells of that as of any other bytes that are no frame.
 * Choice: look at the first of them as they are read.
 */
final class FirstBytes implements Decorator<IOSession> {

    private static final String HTTP_1 = "HTTP/1.";

    private final StringBuilder first = new StringBuilder();
    private boolean ended;

    /** Whether the peer answered in HTTP/1. */
    synchronized boolean areHttp1() {
        return first.toString().startsWith(HTTP_1);
    }

    /** Whether there were none: the peer closed the connection in order, and did not reset it. */
    synchronized boolean areNone() {
        return ended && first.isEmpty();
    }

    @Override
    public IOSession decorate(IOSession session) {
        return (IOSession) Proxy.newProxyInstance(
                IOSession.class.getClassLoader(), new Class<?>[] {IOSession.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(session, arguments);
                        if (method.getName().equals("read")) {
                            look((ByteBuffer) arguments[0], (int) result);
                            endedInOrder((int) result < 0);
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        if (method.getName().equals("write")) {
                            lookForLastWords(session);
                            endedInOrder(isBrokenPipe(e.getCause()));
                        }
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }

    /** Whoever closes without reading on makes writing fail, and what it said before is there all the same. */
    private void lookForLastWords(IOSession session) {
        try {
            ByteBuffer last = ByteBuffer.allocate(HTTP_1.length());
            look(last, session.read(last));
        } catch (IOException e) {
            // It said nothing.
        }
    }

    private synchronized void endedInOrder(boolean ended) {
        this.ended |= ended;
    }

    /** So a write fails behind an orderly end; behind a reset it is told as one. */
    private static boolean isBrokenPipe(@Nullable Throwable cause) {
        return cause instanceof IOException && "Broken pipe".equals(cause.getMessage());
    }

    private synchronized void look(ByteBuffer read, int length) {
        int wanted = Math.min(length, HTTP_1.length() - first.length());
        if (wanted > 0) {
            byte[] bytes = new byte[wanted];
            read.duplicate().position(read.position() - length).get(bytes);
            first.append(new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }
}
