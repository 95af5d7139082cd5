package dev.naysayer.engine.credential;

/** What becomes of the form that an operation sends: a credential stands in it, or a condition changes it. */
public interface FormChange {

    /** It is sent as it is. */
    FormChange NONE = form -> form;

    RequestForm of(RequestForm form);

    /** This, and then another. */
    default FormChange and(FormChange further) {
        if (further.equals(NONE)) {
            return this;
        }
        return equals(NONE) ? further : form -> further.of(of(form));
    }
}
