package dev.naysayer.engine.credential;

import dev.naysayer.dsl.Secret;
import java.util.List;
import java.util.Map;

/**
 * What goes onto the wire: header fields, and every secret that must be found nowhere afterwards.
 *
 * @param headers field name to value
 * @param secrets the token or key itself; its parts and encoded forms follow from it
 */
public record Credential(Map<String, Secret> headers, List<Secret> secrets) {

    /** No credential at all. */
    public static final Credential NONE = new Credential(Map.of(), List.of());
}
