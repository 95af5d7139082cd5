package dev.naysayer.examples.camera;

import dev.naysayer.engine.run.ContractTarget;
import java.util.Map;
import java.util.Set;

/** Gives the suites the password; where the camera is, the setting {@code naysayer.target} says. */
public final class CameraTarget implements ContractTarget {

    @Override
    public Set<String> promisedVariables() {
        return Set.of("CAMERA_PASSWORD");
    }

    @Override
    public Map<String, String> variables() {
        return Map.of("CAMERA_PASSWORD", Camera.PASSWORD);
    }

    @Override
    public void start() {}

    @Override
    public String url() {
        throw new IllegalStateException("the setting naysayer.target names the camera");
    }

    @Override
    public void stop() {}
}
