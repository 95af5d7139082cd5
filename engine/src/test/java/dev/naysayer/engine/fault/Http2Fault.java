package dev.naysayer.engine.fault;

import java.io.IOException;
import java.util.Arrays;

/** What can go wrong where a request goes over HTTP/2 with prior knowledge: before the server has begun, and behind its SETTINGS. */
enum Http2Fault implements Fault {
    ANSWERS_IN_HTTP_1("answers in HTTP/1.1", false, wire -> {
        wire.write("HTTP/1.1 505 HTTP Version Not Supported\r\nContent-Length: 0\r\n\r\n");
        wire.close();
    }),
    SAYS_NOTHING("says nothing", Wire::staySilent),
    CLOSES("reads the preface and closes", false, Wire::close),
    RESETS("resets the connection", Wire::reset),
    GARBAGE("writes what is no frame", wire -> {
        wire.write("220 ready\r\n500 unknown command\r\n\r\n");
        wire.close();
    }),
    SILENCE_BEHIND_SETTINGS("begins and says nothing more", wire -> {
        begin(wire);
        wire.staySilent();
    }),
    CLOSES_BEHIND_SETTINGS("begins, reads the request and closes", wire -> {
        begin(wire);
        wire.close();
    }),
    RESETS_BEHIND_SETTINGS("begins, reads the request and resets the connection", wire -> {
        begin(wire);
        wire.reset();
    }),
    GARBAGE_BEHIND_SETTINGS("begins and writes what is no frame", wire -> {
        begin(wire);
        wire.write("500 unknown command\r\n\r\n");
        wire.close();
    }),
    WANTS_HTTP_1("ends the stream with HTTP_1_1_REQUIRED", false, wire -> {
        begin(wire);
        wire.write(Http2Frame.of(Http2Frame.RST_STREAM, 0, 1, Http2Frame.number(0xd)));
        wire.staySilent();
    }),
    ENDS_THE_STREAM("ends the stream with INTERNAL_ERROR", wire -> {
        begin(wire);
        wire.write(Http2Frame.of(Http2Frame.RST_STREAM, 0, 1, Http2Frame.number(2)));
        wire.staySilent();
    }),
    REFUSES_THE_STREAM("ends the stream with REFUSED_STREAM", wire -> {
        begin(wire);
        wire.write(Http2Frame.of(Http2Frame.RST_STREAM, 0, 1, Http2Frame.number(7)));
        wire.staySilent();
    }),
    GOES_AWAY("says GOAWAY for the reason ENHANCE_YOUR_CALM", wire -> {
        begin(wire);
        wire.write(Http2Frame.of(Http2Frame.GOAWAY, 0, 0, Http2Frame.number(0), Http2Frame.number(0xb)));
        wire.staySilent();
    }),
    GOES_AWAY_WITHOUT_REASON("says GOAWAY without a reason and closes", wire -> {
        begin(wire);
        wire.write(Http2Frame.of(Http2Frame.GOAWAY, 0, 0, Http2Frame.number(0), Http2Frame.number(0)));
        wire.close();
    }),
    BROKEN_HEADERS("writes fields that cannot be decoded", wire -> {
        begin(wire);
        wire.write(Http2Frame.of(Http2Frame.HEADERS, Http2Frame.END_HEADERS | Http2Frame.END_STREAM, 1, new byte[] {
            (byte) 0xFF, (byte) 0xFF, 0x7F
        }));
        wire.staySilent();
    }),
    HEAD_AND_SILENCE("writes its head, states a length and says nothing more", wire -> {
        begin(wire);
        wire.write(Http2Frame.of(
                Http2Frame.HEADERS,
                Http2Frame.END_HEADERS,
                1,
                Http2Frame.status("401"),
                Http2Frame.field("content-length", "5000")));
        wire.staySilent();
    }),
    HEAD_OF_2_MIB("writes a head of 2 MiB", wire -> {
        begin(wire);
        wire.write(Http2Frame.of(Http2Frame.HEADERS, 0, 1, Http2Frame.status("401")));
        for (int i = 0; i < 128; i++) {
            wire.write(Http2Frame.of(Http2Frame.CONTINUATION, 0, 1, Http2Frame.field("x-a", "x".repeat(16_000))));
        }
        wire.write(Http2Frame.of(Http2Frame.CONTINUATION, Http2Frame.END_HEADERS, 1));
        wire.staySilent();
    }),
    HEAD_THAT_SWELLS("writes a head of 10 KB that is one of 40 MB when it is decoded", wire -> {
        begin(wire);
        byte[] swelling = new byte[10_000];
        // The newest entry of the dynamic table, again and again (RFC 7541 section 6.1).
        Arrays.fill(swelling, (byte) 0xBE);
        wire.write(Http2Frame.of(
                Http2Frame.HEADERS,
                Http2Frame.END_HEADERS | Http2Frame.END_STREAM,
                1,
                Http2Frame.status("401"),
                Http2Frame.indexed("x-a", "x".repeat(4_000)),
                swelling));
        wire.staySilent();
    }),
    INTERIM_FOREVER("writes interim answers without end", wire -> {
        begin(wire);
        for (int i = 0; i < 10_000 && wire.over().getCount() > 0; i++) {
            wire.write(Http2Frame.of(Http2Frame.HEADERS, Http2Frame.END_HEADERS, 1, Http2Frame.status("103")));
        }
        wire.staySilent();
    });

    private final String words;
    private final boolean speaks;

    @SuppressWarnings("ImmutableEnumChecker") // A script holds nothing.
    private final Script script;

    Http2Fault(String words, Script script) {
        this(words, true, script);
    }

    Http2Fault(String words, boolean speaks, Script script) {
        this.words = words;
        this.speaks = speaks;
        this.script = script;
    }

    @Override
    public String words() {
        return words;
    }

    @Override
    public Kind kind() {
        return Kind.SILENCES;
    }

    @Override
    public Script script() {
        return script;
    }

    /** Whether the server leaves it open whether it speaks HTTP/2, or does. */
    boolean speaks() {
        return speaks;
    }

    /** SETTINGS and their acknowledgement; then the time that a client takes to write its request. */
    private static void begin(Wire wire) throws IOException, InterruptedException {
        wire.write(Http2Frame.of(Http2Frame.SETTINGS, 0, 0));
        wire.write(Http2Frame.of(Http2Frame.SETTINGS, Http2Frame.ACK, 0));
        Thread.sleep(300);
    }
}
