package dev.naysayer.engine.junit;

import dev.naysayer.engine.credential.Credentials;
import dev.naysayer.engine.credential.EmbeddedIssuer;
import dev.naysayer.engine.credential.source.LocalIssuer;
import dev.naysayer.engine.run.ContractTarget;
import dev.naysayer.engine.run.TargetCalls;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.hierarchical.Node;

/**
 * An annotated class; starts its target before its suite and stops it after.
 *
 * <p>Surefire counts only tests that have a class above them, and takes the XML's class name from this display name.
 */
final class ClassNode extends AbstractTestDescriptor implements Node<RunContext> {

    private final @Nullable ContractTarget target;
    private boolean begun;
    private @Nullable EmbeddedIssuer issuer;

    ClassNode(UniqueId uniqueId, Class<?> type) {
        super(uniqueId, type.getName(), ClassSource.from(type));
        this.target = target(type);
    }

    private static @Nullable ContractTarget target(Class<?> type) {
        Class<? extends ContractTarget> named =
                type.getAnnotation(AuthContract.class).target();
        if (named != NoTarget.class) {
            return ReflectionSupport.newInstance(named);
        }
        boolean itself = ContractTarget.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers());
        return itself ? (ContractTarget) ReflectionSupport.newInstance(type) : null;
    }

    Set<String> promisedVariables() {
        return target == null ? Set.of() : target.promisedVariables();
    }

    boolean hasTarget() {
        return target != null;
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    /** Keeps the class in the tree when a filter leaves none of its cases, so that this can be told. */
    @Override
    public boolean mayRegisterTests() {
        return true;
    }

    @Override
    public RunContext before(RunContext context) throws IOException {
        if (getChildren().isEmpty()) {
            throw new JUnitException(
                    "no case of %s is left by the filter: nothing was tested; correct the name or pattern"
                            .formatted(getDisplayName()));
        }
        if (target == null || SuiteNode.hasOnlyEmptyShard(this)) {
            return context;
        }
        issuer = wantsIssuer() ? LocalIssuer.start() : null;
        RunContext prepared = issuer == null ? context : context.withIssuer(issuer);
        begun = true;
        return new TargetCalls(target, context.run().patience())
                .obstacleToStart(issuer == null ? null : issuer.url())
                .map(prepared::withObstacle)
                .orElseGet(() -> prepared.withTarget(target));
    }

    /** The issuer runs before the API starts, since the API has to fetch its keys. */
    private boolean wantsIssuer() {
        return getChildren().stream()
                .anyMatch(child -> child instanceof SuiteNode suite && Credentials.wantIssuer(suite.credential()));
    }

    @Override
    public void after(RunContext context) throws Exception {
        try {
            if (target != null && begun) {
                new TargetCalls(target, context.run().patience()).stop();
            }
        } finally {
            if (issuer != null) {
                issuer.close();
            }
        }
    }
}
