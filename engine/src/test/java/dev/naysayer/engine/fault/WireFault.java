package dev.naysayer.engine.fault;

import dev.naysayer.engine.fault.Wire.Good;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What can go wrong between a request and its answer.
 *
 * <p>Whatever sends requests is run against all of these: {@code FaultMatrixTest} does so for each part of a run.
 */
enum WireFault implements Fault {
    NONE("answers rightly", Kind.ANSWERS, wire -> wire.write(wire.good().whole())),
    CLOSES_AT_ONCE("closes the connection as soon as it stands", Kind.BEFORE_READING, Wire::close),
    RESETS_AT_ONCE("resets the connection as soon as it stands", Kind.BEFORE_READING, Wire::reset),
    SPEAKS_ANOTHER_PROTOCOL("greets as an SSH server and closes", Kind.BEFORE_READING, wire -> {
        wire.write("SSH-2.0-OpenSSH_9.6\r\n");
        wire.close();
    }),
    TLS_ALERT("answers with a TLS alert, which an HTTPS port does to plain HTTP", wire -> {
        wire.write(new byte[] {0x15, 0x03, 0x01, 0x00, 0x02, 0x02, 0x28});
        wire.close();
    }),
    CLOSES("closes after it has read the request", Wire::close),
    RESETS("resets after it has read the request", Wire::reset),
    NEVER_ANSWERS("reads the request and says nothing", Wire::staySilent),
    HALF_A_STATUS_LINE("closes within the status line", wire -> {
        wire.write("HTTP/1.1 4");
        wire.close();
    }),
    HALF_A_HEAD("closes within the head", wire -> {
        wire.write("HTTP/1.1 " + wire.good().status() + "\r\nContent-Ty");
        wire.close();
    }),
    HALF_A_FIELD("closes within the value of a field", wire -> {
        wire.write("HTTP/1.1 " + wire.good().status() + "\r\nWWW-Authenticate: Bea");
        wire.close();
    }),
    STATUS_LINE_ALONE("closes behind the status line", wire -> {
        wire.write("HTTP/1.1 " + wire.good().status() + "\r\n");
        wire.close();
    }),
    GARBAGE("writes bytes that are no text and closes", wire -> {
        wire.write(new byte[] {0, (byte) 0xFF, 7, (byte) 0x80, 0x13, 0, 1, 2});
        wire.close();
    }),
    GARBAGE_LINES("writes lines that are no HTTP", wire -> {
        wire.write("220 ready\r\n500 unknown command\r\n\r\n");
        wire.close();
    }),
    HTTP_0_9("writes a page without any head", wire -> {
        wire.write("<html>hello</html>\n");
        wire.close();
    }),
    WRONG_VERSION("answers in HTTP/3.7", wire -> spoilt(wire, "HTTP/1.1", "HTTP/3.7")),
    WORDS_FOR_STATUS("writes a word in place of the status code", wire -> {
        wire.write("HTTP/1.1 four-o-one\r\nContent-Length: 0\r\n\r\n");
    }),
    STATUS_OF_TWO_DIGITS(
            "answers with the status 99", wire -> wire.write("HTTP/1.1 99 Soon\r\nContent-Length: 0\r\n\r\n")),
    NO_STATUS_TEXT("leaves the words behind the status out", Kind.ANSWERS, wire -> {
        Good good = wire.good();
        wire.write(good.with(good.status().substring(0, 3), "").whole());
    }),
    LINE_WITHOUT_COLON("writes a field line without a colon", wire -> {
        wire.write(
                wire.good().with(wire.good().status(), "this is no field\r\n").whole());
    }),
    OBS_FOLD("folds a field over two lines", Kind.ANSWERS, wire -> {
        wire.write(wire.good()
                .with(wire.good().status(), "X-Folded: one\r\n two\r\n")
                .whole());
    }),
    NUL_IN_FIELD("writes a NUL into a field", Kind.ANSWERS, wire -> {
        wire.write(wire.good().with(wire.good().status(), "X-Nul: a\0b\r\n").whole());
    }),
    NON_ASCII_FIELD("writes bytes beyond ASCII into a field", Kind.ANSWERS, wire -> {
        wire.write(wire.good()
                .with(wire.good().status(), "X-Name: \u00fc\u00ff\r\n")
                .whole());
    }),
    DRIPPING_HEAD("writes its head one byte at a time, without end", wire -> {
        wire.write("HTTP/1.1 " + wire.good().status() + "\r\nX-Slow: ");
        wire.drip("x", 50);
    }),
    DRIPPING_BODY("writes a body of a stated length one byte at a time", wire -> {
        wire.write(wire.good().head("Content-Length: 5000\r\n"));
        wire.drip(" ", 50);
    }),
    HEAD_AND_SILENCE("writes its head, states a length and says nothing more", wire -> {
        wire.write(wire.good().head("Content-Length: 5000\r\n"));
        wire.staySilent();
    }),
    ENDLESS_BODY("writes a body without length that never ends", Kind.ANSWERS_ENDLESSLY, wire -> {
        wire.write(wire.good().head("") + wire.good().body());
        wire.pour(" ".repeat(8192));
    }),
    HEAD_OF_2_MIB("writes a head of 2 MiB", wire -> {
        String line = "X-Long: " + "x".repeat(4000) + "\r\n";
        wire.write(wire.good().with(wire.good().status(), line.repeat(523)).whole());
    }),
    FIELDS_OF_60_KB("writes 900 fields of 60 KB", wire -> {
        wire.write("HTTP/1.1 " + wire.good().status() + "\r\n");
        for (int i = 0; i < 900; i++) {
            wire.write("WWW-Authenticate: Bearer realm=\"" + "a".repeat(60_000) + "\"\r\n");
        }
        wire.write("\r\n");
    }),
    MANY_FIELDS("writes 5,000 short fields", wire -> {
        wire.write(wire.good()
                .with(wire.good().status(), "X-A: b\r\n".repeat(5000))
                .whole());
    }),
    ENDLESS_FIELD("writes a field that never ends", wire -> {
        wire.write("HTTP/1.1 " + wire.good().status() + "\r\nX-Endless: ");
        wire.pour("x".repeat(8192));
    }),
    ENDLESS_FIELDS("writes fields without end", wire -> {
        wire.write("HTTP/1.1 " + wire.good().status() + "\r\n");
        wire.pour("X-Endless: x\r\n".repeat(600));
    }),
    ENDLESS_TRAILERS("writes field lines without end behind a chunked body", wire -> {
        wire.write(wire.good().head("Transfer-Encoding: chunked\r\n") + "1\r\n \r\n0\r\n");
        wire.pour("X-Endless: x\r\n".repeat(600));
    }),
    INTERIM_FOREVER(
            "writes interim answers without end", wire -> wire.pour("HTTP/1.1 100 Continue\r\n\r\n".repeat(300))),
    INTERIM_AND_SILENCE("writes an interim answer and nothing more", wire -> {
        wire.write("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n");
        wire.staySilent();
    }),
    SWITCHES_PROTOCOLS("answers 101 unasked", wire -> {
        wire.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n");
        wire.staySilent();
    }),
    LENGTH_TOO_LONG("states more bytes than it writes, and closes", wire -> {
        int length = wire.good().body().length() + 10;
        wire.write(wire.good().head("Content-Length: " + length + "\r\n")
                + wire.good().body());
        wire.close();
    }),
    LENGTH_TOO_SHORT("writes more bytes than it states", Kind.ANSWERS, wire -> {
        wire.write(wire.good().whole() + "and more than that");
    }),
    LENGTH_NEGATIVE("states a negative length", wire -> wire.write(wire.good().head("Content-Length: -5\r\n"))),
    LENGTH_TWICE("states two lengths", wire -> {
        wire.write(wire.good().head("Content-Length: 3\r\nContent-Length: 7\r\n") + "abcdefg");
        wire.close();
    }),
    LENGTH_OF_WORDS("states a length that is no number", wire -> {
        wire.write(wire.good().head("Content-Length: many\r\n"));
    }),
    CHUNK_SIZE_OF_WORDS("writes a chunk size that is no number", wire -> {
        wire.write(wire.good().head("Transfer-Encoding: chunked\r\n") + "many\r\nabc\r\n0\r\n\r\n");
    }),
    CHUNK_SIZE_TOO_LARGE("writes a chunk size of 20 digits", wire -> {
        wire.write(wire.good().head("Transfer-Encoding: chunked\r\n") + "F".repeat(20) + "\r\nabc\r\n0\r\n\r\n");
    }),
    CHUNKS_WITHOUT_END("closes before the last chunk", wire -> {
        wire.write(wire.good().head("Transfer-Encoding: chunked\r\n") + "3\r\nabc\r\n");
        wire.close();
    }),
    ENCODING_AND_LENGTH("states both a transfer coding and a length", Kind.ANSWERS, wire -> {
        String body = wire.good().body();
        wire.write(wire.good().head("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n")
                + Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n");
    }),
    CONTENT_WITH_204("answers 204 and writes a body", Kind.ANSWERS, wire -> {
        wire.write(wire.good().with("204 No Content", "").whole());
    }),
    NOT_MODIFIED("answers 304 unasked, with a body", Kind.ANSWERS, wire -> {
        wire.write(wire.good().with("304 Not Modified", "").whole());
    }),
    GZIP_LIE("calls a body gzip that is none", Kind.ANSWERS, wire -> {
        wire.write(wire.good()
                .with(wire.good().status(), "Content-Encoding: gzip\r\n")
                .whole());
    }),
    REDIRECTS("answers 302 to another host", Kind.ANSWERS, wire -> {
        wire.write(wire.good()
                .with("302 Found", "Location: https://login.example/sign-in?x=1\r\n")
                .whole());
    }),
    PROXY_AUTHENTICATION("answers 407", Kind.ANSWERS, wire -> {
        wire.write(wire.good()
                .with("407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=\"p\"\r\n")
                .whole());
    }),
    TOO_MANY_REQUESTS("answers 429 with Retry-After", Kind.ANSWERS, wire -> {
        wire.write(
                wire.good().with("429 Too Many Requests", "Retry-After: 30\r\n").whole());
    }),
    UNAVAILABLE("answers 503 with Retry-After", Kind.ANSWERS, wire -> {
        wire.write(wire.good()
                .with("503 Service Unavailable", "Retry-After: 30\r\n")
                .whole());
    }),
    ODD_STATUS(
            "answers 299",
            Kind.ANSWERS,
            wire -> wire.write(wire.good().with("299 Odd", "").whole())),
    CLOSES_A_KEPT_CONNECTION("closes a kept connection when the next request comes", Kind.KEEPS_AND_ENDS, Wire::close),
    RESETS_A_KEPT_CONNECTION("resets a kept connection when the next request comes", Kind.KEEPS_AND_ENDS, Wire::reset),
    ANSWERS_TWICE("writes two answers to one request", Kind.ANSWERS, wire -> {
        wire.write(wire.good().whole() + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
    });

    private final String words;
    private final Kind kind;

    @SuppressWarnings("ImmutableEnumChecker") // A script holds nothing.
    private final Script script;

    WireFault(String words, Script script) {
        this(words, Kind.SILENCES, script);
    }

    WireFault(String words, Kind kind, Script script) {
        this.words = words;
        this.kind = kind;
        this.script = script;
    }

    @Override
    public String words() {
        return words;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public Script script() {
        return script;
    }

    private static void spoilt(Wire wire, String part, String other) throws IOException {
        String whole = wire.good().whole();
        wire.write(whole.replace(part, other).getBytes(StandardCharsets.ISO_8859_1));
        wire.close();
    }
}
