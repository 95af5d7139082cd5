package dev.naysayer.reports.format;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What of SARIF 2.1.0 is written, member by member, by the names that the standard has for it; what is null is left out. */
final class SarifForm {

    private SarifForm() {}

    record Message(String text, @Nullable String markdown) {

        static Message of(String text) {
            return new Message(text, null);
        }
    }

    record Driver(String name, String version, List<Rule> rules) {}

    record Tool(Driver driver) {}

    record Rule(
            String id,
            Message shortDescription,
            Message fullDescription,
            @Nullable String helpUri,
            Message help,
            Configuration defaultConfiguration,
            RuleProperties properties) {}

    record Configuration(String level) {}

    record RuleProperties(
            List<String> tags,
            String precision,
            @JsonProperty("problem.severity") String severity) {}

    record AutomationDetails(String id) {}

    record Invocation(boolean executionSuccessful, @Nullable List<Notification> toolExecutionNotifications) {}

    record Notification(String level, Message message) {}

    record Result(
            String ruleId,
            int ruleIndex,
            String level,
            Message message,
            List<Location> locations,
            Map<String, String> partialFingerprints,
            @Nullable String baselineState,
            @Nullable List<Suppression> suppressions) {}

    record Suppression(String kind, String status, String justification) {}

    record Location(PhysicalLocation physicalLocation, List<LogicalLocation> logicalLocations) {}

    record PhysicalLocation(ArtifactLocation artifactLocation, Region region) {}

    record ArtifactLocation(String uri, String uriBaseId) {}

    record BaseId(Message description) {}

    record Region(int startLine, int startColumn, int endLine) {}

    record LogicalLocation(String fullyQualifiedName) {}
}
