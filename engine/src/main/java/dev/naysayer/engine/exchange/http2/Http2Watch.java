package dev.naysayer.engine.exchange.http2;

import java.util.List;
import java.util.function.Consumer;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpConnection;
import org.apache.hc.core5.http2.frame.FrameType;
import org.apache.hc.core5.http2.frame.RawFrame;
import org.apache.hc.core5.http2.impl.nio.H2StreamListener;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.reactor.IOSessionListener;
import org.jspecify.annotations.Nullable;

/** Sees how far an HTTP/2 connection gets, since its failures alone do not say whether the peer speaks HTTP/2. */
final class Http2Watch implements H2StreamListener, IOSessionListener {

    private final Runnable opening;
    private final Consumer<List<? extends Header>> writing;
    private volatile boolean opened;
    private volatile boolean understood;
    private volatile boolean written;
    private volatile @Nullable Exception trouble;

    /**
     * @param opening told once when a connection stands
     * @param writing told of the fields just before they are written
     */
    Http2Watch(Runnable opening, Consumer<List<? extends Header>> writing) {
        this.opening = opening;
        this.writing = writing;
    }

    /** Whether a connection stands, and our first frame went out. */
    boolean isOpened() {
        return opened;
    }

    /** Whether the peer sent SETTINGS, with which HTTP/2 begins (RFC 9113 section 3.4). */
    boolean isUnderstood() {
        return understood;
    }

    /** Whether the request goes out. */
    boolean isWritten() {
        return written;
    }

    /** The first thing that went wrong with the connection, or null. */
    @Nullable
    Exception trouble() {
        return trouble;
    }

    @Override
    public void onFrameInput(HttpConnection connection, int streamId, RawFrame frame) {
        understood |= frame.isType(FrameType.SETTINGS);
    }

    @Override
    public void onFrameOutput(HttpConnection connection, int streamId, RawFrame frame) {
        if (!opened) {
            opened = true;
            opening.run();
        }
    }

    @Override
    public void onHeaderOutput(HttpConnection connection, int streamId, List<? extends Header> headers) {
        written = true;
        writing.accept(headers);
    }

    @Override
    public void exception(IOSession session, Exception e) {
        if (trouble == null) {
            trouble = e;
        }
    }

    @Override
    public void onHeaderInput(HttpConnection connection, int streamId, List<? extends Header> headers) {}

    @Override
    public void onInputFlowControl(HttpConnection connection, int streamId, int delta, int actualSize) {}

    @Override
    public void onOutputFlowControl(HttpConnection connection, int streamId, int delta, int actualSize) {}

    @Override
    public void connected(IOSession session) {}

    @Override
    public void startTls(IOSession session) {}

    @Override
    public void inputReady(IOSession session) {}

    @Override
    public void outputReady(IOSession session) {}

    @Override
    public void timeout(IOSession session) {}

    @Override
    public void disconnected(IOSession session) {}
}
