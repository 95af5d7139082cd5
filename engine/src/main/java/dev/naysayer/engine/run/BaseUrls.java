package dev.naysayer.engine.run;

import java.util.Optional;

/** The base URLs that a run was told by its settings; they go before those of suites and of started targets. */
public interface BaseUrls {

    /** Of a run that was told none. */
    BaseUrls NONE = file -> Optional.empty();

    /**
     * A base URL.
     *
     * @param setting what it was said by, {@code naysayer.target}
     */
    record Given(String setting, String url) {}

    /** What was told for this suite, or else for all of them. */
    Optional<Given> of(SuiteFile file);
}
