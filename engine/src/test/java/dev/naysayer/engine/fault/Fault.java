package dev.naysayer.engine.fault;

import java.io.IOException;

/** Something that can go wrong between a request and its answer. */
interface Fault {

    /** What a fault leaves of the answer. */
    enum Kind {
        /** No answer, and no request is read. */
        BEFORE_READING,
        /** No answer. */
        SILENCES,
        /** An answer that can be judged, if an odd one. */
        ANSWERS,
        /** An answer that can be judged where its body need not be whole. */
        ANSWERS_ENDLESSLY,
        /** Only the first request on a connection is answered. */
        KEEPS_AND_ENDS
    }

    /** Goes wrong. */
    interface Script {
        void play(Wire wire) throws IOException, InterruptedException;
    }

    /** What the server does, {@code closes within the head}. */
    String words();

    Kind kind();

    Script script();
}
