package dev.naysayer.engine.credential;

/** How a credential is put onto the wire. */
public interface Carriage {

    /** As the scheme declares it. */
    Carriage DECLARED = Presentation::declared;

    /** Not at all. */
    Carriage NOTHING = presentation -> Credential.NONE;

    Credential carry(Presentation presentation);
}
