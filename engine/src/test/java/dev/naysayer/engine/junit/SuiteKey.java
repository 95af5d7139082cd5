package dev.naysayer.engine.junit;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives the suites a key, made for this run, while a class of tests runs. */
final class SuiteKey implements BeforeAllCallback, AfterAllCallback {

    private static final String NAME = "NAYSAYER_TEST_KEY";

    @Override
    public void beforeAll(ExtensionContext context) {
        System.setProperty(NAME, Contracts.key());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        System.clearProperty(NAME);
    }
}
