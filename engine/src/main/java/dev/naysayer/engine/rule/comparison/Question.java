package dev.naysayer.engine.rule.comparison;

import dev.naysayer.dsl.Operation;
import dev.naysayer.engine.evidence.CorsFields;
import dev.naysayer.engine.plan.ContractCase;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request beyond the suite's cases.
 *
 * @param probe what kind it is, which the suite has to allow
 * @param it what is sent
 * @param pause how long nothing is sent before it
 */
public record Question(Probe probe, ContractCase it, Duration pause) {

    /** Sent at once. */
    public Question(Probe probe, ContractCase it) {
        this(probe, it, Duration.ZERO);
    }

    private static final Set<Probe> OF_OUR_OWN_MAKING =
            EnumSet.of(Probe.HEAD, Probe.UNKNOWN_PATH, Probe.UNKNOWN_METHOD, Probe.RESOURCE_METADATA);

    /** What goes to a case's own operation, and so needs another name. */
    private static final Set<Probe> LIKE_A_CASE = EnumSet.of(
            Probe.PAGE, Probe.AGAIN, Probe.ABSENT, Probe.CHALLENGED_SCOPE, Probe.SESSION_ID, Probe.FOREIGN_ORIGIN);

    /** Why it is not sent although the suite allows its kind, with what would allow it; null where it is. */
    public @Nullable String obstacle() {
        Operation asked = it.operation();
        if (OF_OUR_OWN_MAKING.contains(probe) && asked.endsSession()) {
            return "the path looks as if it ended a session, and only operations of the suite may do that";
        }
        boolean mayWrite = it.suite().operations().stream()
                .filter(Operation::mutates)
                .anyMatch(operation -> operation.resource().equals(asked.resource()));
        return probe == Probe.UNKNOWN_METHOD && !mayWrite
                ? asked.method() + " may change data: 'mutates: true' at an operation of this path allows it"
                : null;
    }

    /** {@code [acr gold, scope pay]}: one operation may have several challenges. */
    private List<String> wanted() {
        List<String> scopes = it.operation().scopes();
        return Stream.concat(
                        it.condition().info().changes().stream(),
                        scopes.isEmpty() ? Stream.empty() : Stream.of("scope " + String.join(" ", scopes)))
                .toList();
    }

    /** {@code preflight for GET with authorization from https://app.example}. */
    private String asOfPage() {
        return probe.yaml()
                + Stream.of(
                                Map.entry(" for ", CorsFields.REQUEST_METHOD),
                                Map.entry(" with ", CorsFields.REQUEST_HEADERS),
                                Map.entry(" from ", CorsFields.ORIGIN))
                        .flatMap(part -> it.operation().fields().header(part.getValue()).stream()
                                .map(value -> part.getKey() + value))
                        .collect(Collectors.joining());
    }

    /** {@code HEAD /orders › no-token}, and what makes it another one than a case of that name. */
    public String name() {
        if (probe == Probe.CHALLENGED_STEP_UP) {
            return "%s (%s: %s)".formatted(it.name(), probe.yaml(), String.join(", ", wanted()));
        }
        if (probe.isGraphqlForm() || probe.isMutation()) {
            return "%s (%s)"
                    .formatted(it.name(), probe.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        if (probe.isOfBrowsers()) {
            return "%s (%s)".formatted(it.name(), asOfPage());
        }
        return LIKE_A_CASE.contains(probe) ? "%s (%s)".formatted(it.name(), probe.yaml()) : it.name();
    }
}
