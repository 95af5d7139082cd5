package dev.naysayer.dsl.read;

import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.dsl.Declared;
import dev.naysayer.dsl.Limits;
import dev.naysayer.dsl.Subject;
import dev.naysayer.dsl.format.Format;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Joining;
import dev.naysayer.dsl.source.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** {@code limits:} whose account may be locked, how many wrong passwords are tried, and how long that lasts. */
final class LimitsParser {

    private static final String KEY = "api-key";

    /** Schemes whose credential can be tried: it is sent as it is, and not what a log-in elsewhere gave for it. */
    private static final Set<String> TRIED = Set.of("basic", "digest", "client", KEY);

    private static final int TOO_MANY = 429;
    private static final int MOST_ATTEMPTS = 100;
    private static final int LONGEST_WAIT = 600;

    private final Problems problems;

    LimitsParser(Problems problems) {
        this.problems = problems;
    }

    /** The subject that it names, whatever else is wrong with it; it asks for nothing else. */
    static Stream<String> subject(@Nullable Node limits) {
        return limits instanceof MappingNode mapping && Joining.value(mapping, "subject") instanceof ScalarNode name
                ? Stream.of(name.getValue())
                : Stream.empty();
    }

    /**
     * What can be used of it; null where nothing can.
     *
     * @param declared the suite's own credentials
     * @param used the subjects that a condition presents, that {@code allows} names or that own something
     */
    @Nullable
    Limits parse(
            @Nullable Node node, SubjectParser.Named subjects, List<CredentialDeclaration> declared, Set<String> used) {
        if (node == null) {
            return null;
        }
        Fields fields = Fields.of(node, Format.LIMITS, problems);
        ScalarNode name = Fields.scalar(fields.require("subject"), "'subject'", problems);
        int attempts = number(fields.require("attempts"), "attempts", 2, MOST_ATTEMPTS, "write 'attempts: 10'");
        int wait = number(
                fields.require("wait"),
                "wait",
                1,
                LONGEST_WAIT,
                "write 'wait: 30'; what lasts longer has to be made shorter where the API is tested");
        Declared<Integer> status = status(fields.get("status"));
        Subject subject = name == null ? null : subject(name, subjects);
        if (name == null || subject == null) {
            return null;
        }
        checkScheme(name, subject, status);
        check(name, subject, subjects, declared, used);
        return new Limits(problems.position(name), subject, attempts, Duration.ofSeconds(wait), status);
    }

    private @Nullable Subject subject(ScalarNode name, SubjectParser.Named subjects) {
        if (!subjects.keys().containsKey(name.getValue())) {
            problems.at(
                    name,
                    "nobody is called '%s', whose account may be locked".formatted(name.getValue()),
                    "name them under 'subjects', with an account that nobody else uses");
        }
        return subjects.read().stream()
                .filter(it -> it.name().equals(name.getValue()))
                .findFirst()
                .orElse(null);
    }

    private void checkScheme(ScalarNode name, Subject subject, @Nullable Declared<Integer> status) {
        Set<String> schemes = subject.credentials().stream()
                .map(it -> it.scheme().name())
                .filter(TRIED::contains)
                .collect(Collectors.toSet());
        if (schemes.isEmpty()) {
            problems.at(
                    name,
                    "'%s' has nothing that a request could try: what they present, a log-in elsewhere gave them"
                            .formatted(name.getValue()),
                    "give them a credential of the scheme 'basic', 'digest', 'client' or 'api-key', or leave 'limits' out");
        } else if (schemes.equals(Set.of(KEY)) && (status == null || status.value() != TOO_MANY)) {
            problems.at(
                    name,
                    "'%s' has a key, which nobody finds by trying, so no standard asks for a limit"
                            .formatted(name.getValue()),
                    "say what your API promises: 'status: 429', or leave 'limits' out");
        }
    }

    /** Whoever else has the account would be locked out, too. */
    private void check(
            ScalarNode name,
            Subject subject,
            SubjectParser.Named subjects,
            List<CredentialDeclaration> declared,
            Set<String> used) {
        if (used.contains(name.getValue())) {
            problems.at(
                    name,
                    "'%s' is used elsewhere in the suite, and would be locked out there".formatted(name.getValue()),
                    "name a subject under 'limits' that stands nowhere else");
        }
        Stream<CredentialDeclaration> others = Stream.concat(
                declared.stream(),
                subjects.read().stream().filter(it -> !it.equals(subject)).flatMap(it -> it.credentials().stream()));
        Set<String> theirs = subject.credentials().stream()
                .flatMap(CredentialDeclaration::accounts)
                .collect(Collectors.toSet());
        if (others.anyMatch(other -> theirs.stream().anyMatch(other::shows))) {
            problems.at(
                    name,
                    "the account of '%s' is that of somebody else in the suite, who would be locked out"
                            .formatted(name.getValue()),
                    "give them an account of their own");
        }
    }

    private int number(@Nullable Node node, String key, int least, int most, String nextStep) {
        ScalarNode value = Fields.scalar(node, "'%s'".formatted(key), problems);
        if (value == null) {
            return least;
        }
        String text = value.getValue();
        if (!text.matches("[1-9]\\d{0,3}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            problems.at(value, "'%s' is a whole number from %d to %d".formatted(key, least, most), nextStep);
            return least;
        }
        return Integer.parseInt(text);
    }

    private @Nullable Declared<Integer> status(@Nullable Node node) {
        ScalarNode value = Fields.scalar(node, "'status'", problems);
        if (value == null) {
            return null;
        }
        if (!Set.of("401", "429").contains(value.getValue())) {
            problems.at(
                    value,
                    "a password too many is refused with 401 or 429",
                    "write 'status: 429', or leave it out where either is right");
            return null;
        }
        return Declared.of(Integer.valueOf(value.getValue()), problems.position(value));
    }
}
