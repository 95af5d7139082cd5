package dev.naysayer.reports.collect;

import java.io.IOException;
import java.util.List;

/** What was about to be written holds a secret, so nothing was. */
final class SecretFound extends IOException {

    private static final long serialVersionUID = 1;

    /** @param files in which it would stand */
    SecretFound(List<String> files) {
        super(("FAULT OF NAYSAYER: %s would hold a secret of this run, so no report was written. Please report it to"
                        + " the project, with what the suite tests and without the secret")
                .formatted(String.join(", ", files)));
    }
}
