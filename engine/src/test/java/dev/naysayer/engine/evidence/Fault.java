package dev.naysayer.engine.evidence;

import dev.naysayer.engine.evidence.GeneratedField.Part;
import dev.naysayer.engine.evidence.GeneratedField.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * One way to leave the grammar of RFC 9110 section 11.3.
 *
 * <p>A fault is made only where no other reading of the grammar takes it in: {@code a b} where {@code a=b} was is a scheme
 * with a token68.
 *
 * @param words what is wrong
 * @param fits where in a good field it can be made
 * @param change what becomes of the line
 */
record Fault(String words, BiPredicate<GeneratedField, Span> fits, Change change) {

    /** A token68 is not among them: where it breaks off, the parser looks for a parameter in its place. */
    private static final Set<Part> OUTSIDE_QUOTES = Set.of(Part.SCHEME, Part.NAME, Part.TOKEN, Part.QUOTED, Part.EMPTY);

    static final List<Fault> ALL = List.of(
            new Fault("a quote is not closed", is(Part.QUOTED), (line, span, random) -> {
                String cut = line.substring(0, insideQuotes(line, span, random));
                return new Broken(cut, cut.stripTrailing().length());
            }),
            new Fault("the line ends with a backslash in quotes", is(Part.QUOTED), (line, span, random) -> {
                String cut = line.substring(0, insideQuotes(line, span, random)) + "\\";
                return new Broken(cut, cut.length());
            }),
            new Fault("a quote inside quotes has no backslash", is(Part.QUOTED), (line, span, random) -> {
                int place = insideQuotes(line, span, random);
                return inserted(line, place, "\"x", place + 1);
            }),
            new Fault("a control character in quotes", is(Part.QUOTED), (line, span, random) -> {
                int place = insideQuotes(line, span, random);
                return inserted(line, place, control(random), place);
            }),
            new Fault(
                    "a control character outside quotes",
                    (field, span) -> OUTSIDE_QUOTES.contains(span.part()),
                    (line, span, random) -> inserted(line, span.end(), control(random), span.end())),
            new Fault(
                    "text after a closing quote",
                    is(Part.QUOTED),
                    (line, span, random) -> inserted(line, span.end(), "x", span.end())),
            new Fault("a blank inside a value", longer(Part.TOKEN), Fault::split),
            new Fault(
                    "a blank inside the first name",
                    (field, span) -> span.opening() && longer(Part.NAME).test(field, span),
                    Fault::split),
            new Fault("what no token holds in a scheme", is(Part.SCHEME), Fault::defaced),
            new Fault("what no token holds in a name", is(Part.NAME), Fault::defaced),
            new Fault("what no token holds in a value", is(Part.TOKEN), Fault::defaced),
            new Fault(
                    "no equals sign",
                    (field, span) -> span.part() == Part.EQUALS && span.opening(),
                    (line, span, random) -> replaced(line, span, " ", span.start() + 1)),
            new Fault(
                    "two equals signs",
                    is(Part.EQUALS),
                    (line, span, random) -> inserted(line, span.end(), "=", span.end())),
            new Fault("no name", later(Part.NAME), (line, span, random) -> {
                String without = replaced(line, span, "", 0).line();
                return new Broken(without, pastBlanks(without, span.start()));
            }),
            new Fault(
                    "no value",
                    (field, span) -> later(Part.TOKEN).or(later(Part.QUOTED)).test(field, span),
                    (line, span, random) -> {
                        String without = replaced(line, span, "", 0).line();
                        int end = without.stripTrailing().length();
                        return new Broken(without, Math.min(pastBlanks(without, span.start()), end));
                    }),
            new Fault(
                    "no comma",
                    (field, span) -> span.part() == Part.TOKEN || span.part() == Part.QUOTED,
                    (line, span, random) -> inserted(line, span.end(), " x=\"y\"", span.end() + 1)),
            new Fault(
                    "a parameter after a token68",
                    is(Part.TOKEN68),
                    (line, span, random) -> inserted(line, span.end(), ", x=y", span.end() + 2)),
            new Fault(
                    "a parameter before any scheme",
                    (field, span) -> span.part() == Part.SCHEME && isFirst(field, span),
                    (line, span, random) -> inserted(line, span.start(), "x=y, ", span.start())),
            new Fault(
                    "no space after the scheme of a parameter",
                    (field, span) -> span.part() == Part.NAME && span.opening(),
                    (line, span, random) -> {
                        String start = line.substring(0, span.start()).stripTrailing() + ",";
                        return new Broken(start + line.substring(span.start()), start.length());
                    }),
            new Fault(
                    "a tab after the scheme",
                    is(Part.SPACES),
                    (line, span, random) -> replaced(line, span, "\t", span.start())));

    /** All the places of a field where this fault can be made. */
    List<Span> places(GeneratedField field) {
        return field.spans().stream().filter(span -> fits.test(field, span)).toList();
    }

    /** The line with the fault in it. */
    Broken in(String line, Span place, Random random) {
        return change.apply(line, place, random);
    }

    @Override
    public String toString() {
        return words;
    }

    /** A line, and where it leaves the grammar. */
    record Broken(String line, int offset) {}

    interface Change {

        Broken apply(String line, Span place, Random random);
    }

    private static BiPredicate<GeneratedField, Span> is(Part part) {
        return (field, span) -> span.part() == part;
    }

    /** Where a blank has a character on both sides. */
    private static BiPredicate<GeneratedField, Span> longer(Part part) {
        return (field, span) -> span.part() == part && span.end() - span.start() > 1;
    }

    /** A parameter that does not stand right behind its scheme. */
    private static BiPredicate<GeneratedField, Span> later(Part part) {
        return (field, span) -> span.part() == part && !span.opening();
    }

    private static boolean isFirst(GeneratedField field, Span scheme) {
        return field.spans().stream()
                .filter(span -> span.part() == Part.SCHEME)
                .limit(1)
                .anyMatch(scheme::equals);
    }

    private static Broken inserted(String line, int place, String text, int offset) {
        return new Broken(line.substring(0, place) + text + line.substring(place), offset);
    }

    private static Broken replaced(String line, Span span, String text, int offset) {
        return new Broken(line.substring(0, span.start()) + text + line.substring(span.end()), offset);
    }

    private static Broken split(String line, Span span, Random random) {
        int place = span.start() + 1 + random.nextInt(span.end() - span.start() - 1);
        return inserted(line, place, random.nextBoolean() ? " " : "\t", place + 1);
    }

    private static Broken defaced(String line, Span span, Random random) {
        int place = span.start() + 1 + random.nextInt(span.end() - span.start());
        return inserted(line, place, oneOf("\"()/:;<>?@[\\]{}\u0000\u001f\u007f\u00e9\u2022", random), place);
    }

    private static String control(Random random) {
        int control = random.nextInt(32);
        return Character.toString(control == '\t' ? 0x7f : control);
    }

    private static String oneOf(String characters, Random random) {
        return characters.substring(random.nextInt(characters.length())).substring(0, 1);
    }

    /** A place between the quotes that does not part a quoted pair. */
    private static int insideQuotes(String line, Span span, Random random) {
        List<Integer> places = new ArrayList<>();
        for (int place = span.start() + 1; place < span.end(); place++) {
            places.add(place);
            if (line.charAt(place) == '\\') {
                place++;
            }
        }
        return places.get(random.nextInt(places.size()));
    }

    private static int pastBlanks(String line, int from) {
        int place = from;
        while (place < line.length() && (line.charAt(place) == ' ' || line.charAt(place) == '\t')) {
            place++;
        }
        return place;
    }
}
