package dev.naysayer.dsl.read;

import dev.naysayer.dsl.CredentialDeclaration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * The credentials that a suite names, in its order.
 *
 * @param keys where each is named, those too that cannot be used
 * @param read those that can
 */
record DeclaredCredentials(Map<String, ScalarNode> keys, Map<String, CredentialDeclaration> read) {

    /** Of a suite that says nothing of credentials. */
    static final DeclaredCredentials NONE = new DeclaredCredentials(Map.of(), Map.of());

    DeclaredCredentials {
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        read = Collections.unmodifiableMap(new LinkedHashMap<>(read));
    }

    Set<String> names() {
        return keys.keySet();
    }

    List<CredentialDeclaration> all() {
        return List.copyOf(read.values());
    }
}
