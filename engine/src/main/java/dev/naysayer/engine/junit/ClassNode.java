package dev.naysayer.engine.junit;

import dev.naysayer.engine.credential.Credentials;
import dev.naysayer.engine.credential.EmbeddedIssuer;
import dev.naysayer.engine.credential.source.LocalIssuer;
import dev.naysayer.engine.run.ContractTarget;
import dev.naysayer.engine.run.FrameworkTarget;
import dev.naysayer.engine.run.TargetCalls;
import dev.naysayer.engine.spring.SpringTests;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
    private final Set<String> promised;
    private final @Nullable String problem;
    private boolean begun;
    private @Nullable EmbeddedIssuer issuer;

    /** Where its target cannot be made, its suite says so. */
    ClassNode(UniqueId uniqueId, Class<?> type) {
        super(uniqueId, type.getName(), ClassSource.from(type));
        ContractTarget made = null;
        Set<String> variables = Set.of();
        String trouble = null;
        try {
            made = target(type);
        } catch (Exception | LinkageError e) {
            trouble = "the target of %s cannot be made: %s; give it a constructor without parameters that does nothing"
                    .formatted(type.getName(), e);
        }
        try {
            variables = made == null ? Set.of() : made.promisedVariables();
        } catch (Exception | LinkageError e) {
            trouble = "promisedVariables() of the target of %s failed with %s: mend it".formatted(type.getName(), e);
        }
        this.target = made;
        this.promised = variables;
        this.problem = trouble;
    }

    private static @Nullable ContractTarget target(Class<?> type) {
        Class<? extends ContractTarget> named =
                type.getAnnotation(AuthContract.class).target();
        if (named != NoTarget.class) {
            return ReflectionSupport.newInstance(named);
        }
        boolean itself = ContractTarget.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers());
        return itself
                ? (ContractTarget) ReflectionSupport.newInstance(type)
                : SpringTests.target(type).orElse(null);
    }

    Set<String> promisedVariables() {
        return promised;
    }

    boolean hasTarget() {
        return target != null;
    }

    /** Why there is no target although there should be one; empty where nothing is wrong. */
    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    @Override
    public SkipResult shouldBeSkipped(RunContext context) {
        return context.skipAtEnd();
    }

    @Override
    public RunContext before(RunContext context) throws IOException {
        if (target == null || !sends()) {
            return context;
        }
        issuer = wantsIssuer() ? issuerFor(target) : null;
        RunContext prepared = issuer == null ? context : context.withIssuer(issuer);
        begun = true;
        return new TargetCalls(target, context.run().patience(), context.run().runEnd())
                .obstacleToStart(issuer == null ? null : issuer.url())
                .map(prepared::withObstacle)
                .orElseGet(() -> prepared.withTarget(target));
    }

    /** Nothing is started for a suite that has problems, or of which a filter or a shard left nothing. */
    private boolean sends() {
        return getChildren().stream().anyMatch(child -> child instanceof SuiteNode suite && suite.sends());
    }

    private static EmbeddedIssuer issuerFor(ContractTarget target) throws IOException {
        return target instanceof FrameworkTarget known ? known.issuer() : LocalIssuer.start();
    }

    /** The issuer runs before the API starts, since the API has to fetch its keys. */
    private boolean wantsIssuer() {
        return getChildren().stream()
                .anyMatch(child -> child instanceof SuiteNode suite
                        && suite.credentials().stream().anyMatch(Credentials::wantIssuer));
    }

    @Override
    public void after(RunContext context) throws Exception {
        try {
            if (target != null && begun) {
                new TargetCalls(target, context.run().patience(), context.run().runEnd()).stop();
            }
        } finally {
            if (issuer != null) {
                issuer.close();
            }
        }
    }
}
