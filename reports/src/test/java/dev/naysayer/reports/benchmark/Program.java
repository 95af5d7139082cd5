package dev.naysayer.reports.benchmark;

/** What is measured beside each other. */
enum Program {
    NAYSAYER("Naysayer", OurSuite.class),
    BY_HAND("by hand", ByHand.class),
    /** As Jupiter runs tests unless it is told otherwise. */
    BY_HAND_IN_ORDER("by hand, one by one", ByHand.class),
    BARE_LOOP("bare loop", BareLoop.class);

    private final String words;
    private final Class<?> main;

    Program(String words, Class<?> main) {
        this.words = words;
        this.main = main;
    }

    String words() {
        return words;
    }

    Class<?> main() {
        return main;
    }

    Work of(Work work) {
        return this == BY_HAND_IN_ORDER ? new Work(work.url(), work.cases(), 1, work.key()) : work;
    }
}
