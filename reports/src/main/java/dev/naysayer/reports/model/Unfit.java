package dev.naysayer.reports.model;

/** What is there does not belong together, is no report, or is nothing; the message says where, and what to do. */
public final class Unfit extends Exception {

    private static final long serialVersionUID = 1;

    public Unfit(String message) {
        super(message);
    }
}
