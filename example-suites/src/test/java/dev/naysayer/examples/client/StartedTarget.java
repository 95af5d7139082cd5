package dev.naysayer.examples.client;

import dev.naysayer.engine.run.ContractTarget;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Starts an API of its own for a class of suites, and gives them what it trusts. */
public abstract class StartedTarget implements ContractTarget {

    /** An API that runs until it is closed. */
    public interface Running extends AutoCloseable {

        /** Its base URL. */
        String url();

        @Override
        void close();
    }

    private final Map<String, String> variables;
    private final Supplier<? extends Running> starter;
    private @Nullable Running api;

    /**
     * For a subclass that names both, since a suite's class names its target by the class.
     *
     * @param variables what the API trusts, by the names that suites refer to
     */
    protected StartedTarget(Map<String, String> variables, Supplier<? extends Running> starter) {
        this.variables = Map.copyOf(variables);
        this.starter = starter;
    }

    @Override
    public final Set<String> promisedVariables() {
        return variables.keySet();
    }

    @Override
    public final Map<String, String> variables() {
        return variables;
    }

    @Override
    public final void start() {
        api = starter.get();
    }

    @Override
    public final String url() {
        return Objects.requireNonNull(api).url();
    }

    @Override
    public final void stop() {
        if (api != null) {
            api.close();
        }
    }
}
