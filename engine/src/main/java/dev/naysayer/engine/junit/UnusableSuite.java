package dev.naysayer.engine.junit;

import java.util.List;
import org.junit.platform.commons.JUnitException;

/** Why nothing of a suite was sent; its message is all that a developer needs. */
final class UnusableSuite extends JUnitException {

    private static final long serialVersionUID = 1;

    /** @param problems each with place, cause and next step */
    UnusableSuite(String name, List<String> problems) {
        super("%s cannot be run, and nothing was sent:%n%n%s"
                .formatted(name, String.join(System.lineSeparator() + System.lineSeparator(), problems)));
        setStackTrace(new StackTraceElement[0]);
    }
}
