package dev.naysayer.engine.rule.answer;

import dev.naysayer.dsl.BodySchema;
import dev.naysayer.dsl.Declared;
import dev.naysayer.dsl.Match;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.Clause;
import dev.naysayer.engine.standard.SpecReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Values of an answer against what is declared of them, each with its line; what several rules share. */
final class DeclaredValues {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What is declared of a value, in words, and what came in its place. */
    private record Broken(Declared<Match> declared, String expected, String actual) {}

    private final Evidence evidence;
    private final List<Broken> broken = new ArrayList<>();
    private final List<String> undecided = new ArrayList<>();

    DeclaredValues(Evidence evidence) {
        this.evidence = evidence;
    }

    /** The place that a rule names which judges several values: that of the first. */
    static @Nullable Declared<Match> first(Map<String, Declared<Match>> declared) {
        return declared.values().stream().findFirst().orElse(null);
    }

    /**
     * Holds a text against what is declared of it.
     *
     * @param text null where there is none
     */
    void text(String name, Declared<Match> declared, @Nullable String text) {
        hold(name, declared, text, text);
    }

    /**
     * Holds a value of a JSON text against what is declared of it.
     *
     * @param value null where there is none
     */
    void json(String pointer, Declared<Match> declared, @Nullable JsonNode value) {
        if (value != null && declared.value() instanceof Match.Equal equal) {
            if (!isSame(JSON.readTree(equal.value()), value)) {
                broken.add(new Broken(declared, pointer + ": " + equal.value(), pointer + ": " + value));
            }
            return;
        }
        String text = value == null ? null : value.isString() ? value.stringValue() : value.toString();
        hold(pointer, declared, text, value == null ? null : value.toString());
    }

    private void hold(String name, Declared<Match> declared, @Nullable String text, @Nullable String shown) {
        String actual = shown == null ? "no " + name : "%s: %s".formatted(name, shown);
        Match match = declared.value();
        if (match instanceof Match.Present) {
            check(text != null, declared, name, actual);
        } else if (match instanceof Match.Absent) {
            check(text == null, declared, "no " + name, actual);
        } else if (match instanceof Match.Equal equal) {
            check(equal.value().equals(text), declared, "%s: %s".formatted(name, equal.value()), actual);
        } else if (match instanceof Match.Echo echo) {
            echo(name, declared, echo.header(), text, actual);
        } else {
            matching(name, declared, ((Match.Matching) match), text, actual);
        }
    }

    private void echo(String name, Declared<Match> declared, String header, @Nullable String text, String actual) {
        String sent = evidence.sent(header);
        if (sent == null) {
            undecided.add(
                    "the request had no %s that '%s' could repeat: let the suite send one".formatted(header, name));
        } else {
            check(sent.equals(text), declared, "%s: %s, as it was sent".formatted(name, sent), actual);
        }
    }

    private void matching(
            String name, Declared<Match> declared, Match.Matching match, @Nullable String text, String actual) {
        try {
            check(
                    text != null && match.pattern().isIn(text),
                    declared,
                    "%s that matches %s".formatted(name, match.pattern()),
                    actual);
        } catch (BodySchema.Undecided e) {
            undecided.add("the pattern of '%s' %s".formatted(name, e.getMessage()));
        }
    }

    private void check(boolean right, Declared<Match> declared, String expected, String actual) {
        if (!right) {
            broken.add(new Broken(declared, expected, actual));
        }
    }

    /** Numbers are the same that have the same value, wherever they stand. */
    private static boolean isSame(JsonNode expected, JsonNode actual) {
        return expected.equals(
                (one, other) -> one.isNumber() && other.isNumber()
                        ? one.decimalValue().compareTo(other.decimalValue())
                        : one.equals(other) ? 0 : 1,
                actual);
    }

    boolean isBroken() {
        return !broken.isEmpty();
    }

    /** What all of them come to: what is broken goes before what could not be decided. */
    Verdict verdict() {
        return verdict(broken.stream().map(Broken::actual).distinct().collect(Collectors.joining("\n")));
    }

    /** The same, where this came in place of all of them. */
    Verdict verdict(String actual) {
        if (broken.isEmpty()) {
            return undecided.isEmpty() ? Verdict.passed() : Verdict.inconclusive(String.join("; ", undecided));
        }
        SpecReference source = SpecReference.of(broken.get(0).declared());
        return Verdict.violated(
                broken.stream().map(one -> placed(one, source)).collect(Collectors.joining("\n")),
                actual,
                Clause.must(source));
    }

    /** The first one's line stands above; another's has to be said. */
    private static String placed(Broken one, SpecReference source) {
        SpecReference own = SpecReference.of(one.declared());
        return own.equals(source) ? one.expected() : "%s (%s)".formatted(one.expected(), own.text());
    }
}
