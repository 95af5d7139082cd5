package dev.naysayer.engine.run;

import io.restassured.filter.Filter;
import io.restassured.specification.RequestSpecification;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An API that the build starts before a suite and stops after it.
 *
 * <p>Implementations need a constructor without parameters. They are made when tests are discovered, started only when they
 * run, and stopped also when the run fails or is cancelled.
 */
public interface ContractTarget {

    /**
     * The names of the variables that {@link #variables()} will give once the target runs: a suite may use them as
     * {@code ${NAME}} before they have a value.
     */
    default Set<String> promisedVariables() {
        return Set.of();
    }

    /**
     * Called before {@link #start()} where the suite says {@code issuer: embedded}: the API has to trust the tokens of this
     * issuer.
     *
     * @param url the {@code iss} of its tokens; its metadata (RFC 8414) and keys are served below it
     */
    default void trustIssuer(String url) {}

    /**
     * Starts the API and returns when it answers.
     *
     * @throws Exception if it does not start; the suite's cases are then misconfigured and nothing is sent
     */
    void start() throws Exception;

    /** The base URL of the started API; the setting {@code naysayer.target} goes before it. */
    String url();

    /**
     * Values for the suite: an issuer's URL, a key.
     *
     * <p>Asked again, one call at a time, before each request to an authorization server's endpoint whose body refers to one: so a target
     * can give a code that is used once.
     *
     * <p>System properties of the same name go before them. Give secrets by environment variable or file instead: Surefire
     * writes every system property into its XML.
     */
    default Map<String, String> variables() {
        return Map.of();
    }

    /** The user's own REST Assured filters; they run before the one that sends; see {@link #concurrentFilters()}. */
    default List<Filter> filters() {
        return List.of();
    }

    /**
     * Whether {@link #filters()}, and those of {@link #requestSpecification()}, may be called by several threads at once. By default
     * they may not, and where there are any, one request is sent at a time.
     */
    default boolean concurrentFilters() {
        return false;
    }

    /** What every request starts from (a proxy, a private CA, further headers), or null for nothing. */
    default @Nullable RequestSpecification requestSpecification() {
        return null;
    }

    /**
     * Secrets beside those that the suite names, such as a password in the API's own settings that an error page may show: no
     * report and no message holds ten characters of one. What {@link #requestSpecification()} and {@link #filters()} add to
     * requests need not be named, see {@link #shownFields()}.
     */
    default Collection<String> secrets() {
        return List.of();
    }

    /**
     * The names of headers, cookies and query parameters that this target adds to requests and that hold no secret, in any case
     * of letters: {@code X-Tenant}. The values of all others are hidden, and so are their echoes, but for fields that everybody
     * sends, such as {@code Accept}, {@code Accept-Language} and {@code User-Agent}.
     */
    default Set<String> shownFields() {
        return Set.of();
    }

    /**
     * Stops what {@link #start()} started, also if it started only in part.
     *
     * @throws Exception if it does not stop; the suite is then reported as failed
     */
    void stop() throws Exception;
}
