package dev.naysayer.examples.flaws;

import dev.naysayer.engine.run.ContractTarget;

/** Gives a suite its values; the test has started the API, and the setting {@code naysayer.target} says where. */
abstract class RunningElsewhere implements ContractTarget {

    @Override
    public void start() {}

    @Override
    public String url() {
        throw new IllegalStateException("the setting naysayer.target names the API");
    }

    @Override
    public void stop() {}
}
