package dev.naysayer.examples.orders;

/** The two places where an API can go wrong: it overlooks a ground for refusal, or it words the refusal badly. */
public interface Deviation {

    /** The Orders API as it ought to be. */
    Deviation NONE = new Deviation() {};

    /** Whether the API lets a request pass that has this wrong with it. */
    default boolean overlooks(Ground ground) {
        return false;
    }

    /** What the API sends in place of a correct refusal. */
    default Refusal spoil(Refusal correct) {
        return correct;
    }
}
