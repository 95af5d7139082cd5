package dev.naysayer.engine.credential;

/** A credential that no source of the suite can make. That is nobody's fault, and is said, never passed over. */
public final class NotObtainable extends Exception {

    private static final long serialVersionUID = 1;

    private final String because;
    private final String add;

    /**
     * @param because why, as the rest of "not obtainable, because …"
     * @param add what would make it obtainable, as the rest of "add …"
     */
    public NotObtainable(String because, String add) {
        super("because %s, add %s".formatted(because, add));
        this.because = because;
        this.add = add;
    }

    public String because() {
        return because;
    }

    public String add() {
        return add;
    }
}
