package dev.naysayer.dsl;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One {@code *.auth.yaml} file, read and found without a problem.
 *
 * @param name what the API is called
 * @param at the first line of the file
 * @param tags what all its tests can be selected by
 * @param target the API's base URL, or null where only the run can say
 * @param destinations where credentials may go besides what the suite speaks to anyway
 * @param leeway how far the API's clock may be off when it looks at a token's times
 * @param credentials how each travels and where good ones come from, in the file's order; at least one
 * @param subjects who asks, and who of them may
 * @param conditions those that are its own
 * @param operations in the file's order, at least one
 * @param refusals what every refusal has in common
 * @param rules which rules refusals are judged by, and how strictly
 * @param probes the further requests that it allows, for answers to be compared with
 * @param browsers pages that have to be able to read its answers, or null where there are none
 * @param scenarios in the file's order, at least one
 * @param keepBodies why the bodies of answers that let a credential in are kept, or null where they are not
 * @param waivers what may be wrong for some time, in the files' order
 * @param others the suites that its files of waivers name besides
 * @param limits what is said of passwords that are tried one after the other, or null where none are
 */
public record Suite(
        String name,
        Position at,
        List<String> tags,
        @Nullable String target,
        Destinations destinations,
        Duration leeway,
        List<CredentialDeclaration> credentials,
        Subjects subjects,
        List<OwnCondition> conditions,
        List<Operation> operations,
        Refusals refusals,
        RuleChoices rules,
        List<String> probes,
        @Nullable Browsers browsers,
        List<Scenario> scenarios,
        @Nullable String keepBodies,
        List<Waiver> waivers,
        List<OtherSuite> others,
        @Nullable Limits limits) {

    /** What most APIs and libraries grant. */
    public static final Duration DEFAULT_LEEWAY = Duration.ofSeconds(60);

    /** A suite that waives nothing, has no conditions of its own, and in which it does not matter who asks. */
    public Suite(
            String name,
            Position at,
            List<String> tags,
            @Nullable String target,
            Destinations destinations,
            Duration leeway,
            List<CredentialDeclaration> credentials,
            List<Operation> operations,
            Refusals refusals,
            RuleChoices rules,
            List<String> probes,
            List<Scenario> scenarios,
            @Nullable String keepBodies) {
        this(
                name,
                at,
                tags,
                target,
                destinations,
                leeway,
                credentials,
                Subjects.NONE,
                List.of(),
                operations,
                refusals,
                rules,
                probes,
                null,
                scenarios,
                keepBodies,
                List.of(),
                List.of(),
                null);
    }

    /** The same suite, each operation with what a document says of its answers. */
    public Suite documentedBy(Map<String, DocumentedAnswers> answers) {
        return new Suite(
                name,
                at,
                tags,
                target,
                destinations,
                leeway,
                credentials,
                subjects,
                conditions,
                operations.stream()
                        .map(it -> it.documentedBy(answers.get(it.name())))
                        .toList(),
                refusals,
                rules,
                probes,
                browsers,
                scenarios,
                keepBodies,
                waivers,
                others,
                limits);
    }

    /** All of them, those of subjects too. */
    public Stream<CredentialDeclaration> allCredentials() {
        Stream<Subject> ofConditions =
                conditions.stream().map(OwnCondition::subject).flatMap(Stream::ofNullable);
        Stream<Subject> ofLimits = Stream.ofNullable(limits).map(Limits::subject);
        return Stream.concat(
                credentials.stream(),
                Stream.of(subjects.all().stream(), ofConditions, ofLimits)
                        .flatMap(Function.identity())
                        .distinct()
                        .flatMap(it -> it.credentials().stream()));
    }
}
