package dev.naysayer.dsl.openapi;

import dev.naysayer.dsl.OperationPattern;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Named;
import dev.naysayer.dsl.source.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Which operations of a document a suite means, and what it says of them itself. */
final class DocumentChoice {

    private static final List<OperationPattern> WHERE_NOTHING_IS_INCLUDED =
            List.of(new OperationPattern("GET *"), new OperationPattern("HEAD *"));

    private final Problems problems;
    private final boolean saysWhich;
    private final List<Chosen> excluded;
    private final List<Chosen> included;
    private final List<Chosen> open;
    private final Map<String, Named> also;
    private final Set<String> leftOut;

    /** Names of operations with {@code *}, as a suite writes them, of which each has to fit something. */
    record Chosen(ScalarNode at, OperationPattern pattern) {

        boolean fits(String name) {
            return pattern.fits(name);
        }

        boolean isExact() {
            return pattern.text().indexOf('*') < 0;
        }
    }

    /**
     * @param fields {@code operations:} of the suite
     * @param schemes the document's security schemes, which may be left out, too
     */
    DocumentChoice(Fields fields, Set<String> schemes, Problems problems) {
        this.problems = problems;
        this.saysWhich = fields.get("include") != null;
        List<Chosen> out = excluded(fields.get("exclude"));
        this.leftOut = out.stream()
                .map(it -> it.pattern().text())
                .filter(schemes::contains)
                .collect(Collectors.toSet());
        this.excluded = out.stream()
                .filter(it -> !leftOut.contains(it.pattern().text()))
                .toList();
        this.included = chosen(fields.get("include"), "'include'");
        this.open = chosen(fields.get("public"), "'public'");
        this.also = also(fields.get("also"));
    }

    /** Security schemes that are left out. */
    Set<String> leftOut() {
        return leftOut;
    }

    /** Tells of what fits none of the document's operations. */
    void check(Set<String> names) {
        Stream.of(excluded, included, open)
                .flatMap(List::stream)
                .filter(it -> !names.isEmpty() && names.stream().noneMatch(it::fits))
                .forEach(it ->
                        problems.unknown(it.at(), "operation", it.pattern().text(), names));
    }

    boolean isExcluded(String name) {
        return first(excluded, name) != null;
    }

    boolean isMeant(String name) {
        Chosen out = first(excluded, name);
        Named own = also.get(name);
        if (own != null && out != null) {
            problems.at(
                    own.name(),
                    "'exclude' leaves %s out".formatted(name),
                    "keep one of the two; it stands in line %d"
                            .formatted(problems.position(out.at()).line()));
            also.remove(name);
        }
        return out == null && (own != null || isIncluded(name));
    }

    private boolean isIncluded(String name) {
        return saysWhich
                ? first(included, name) != null
                : WHERE_NOTHING_IS_INCLUDED.stream().anyMatch(it -> it.fits(name));
    }

    /** Where the suite says that nobody needs a credential there; null where it does not. */
    @Nullable
    Chosen open(String name) {
        return first(open, name);
    }

    private static @Nullable Chosen first(List<Chosen> some, String name) {
        return some.stream().filter(it -> it.fits(name)).findFirst().orElse(null);
    }

    /** What the suite says of an operation, which is not asked for again; null where it says nothing. */
    @Nullable
    Named take(String name) {
        return also.remove(name);
    }

    /** What the suite says of operations that the document does not have. */
    List<Named> others() {
        return List.copyOf(also.values());
    }

    private List<Chosen> chosen(@Nullable Node node, String what) {
        return Fields.oneOrMore(node, what, problems).stream()
                .map(it -> new Chosen(it, new OperationPattern(it.getValue())))
                .toList();
    }

    private List<Chosen> excluded(@Nullable Node node) {
        List<Chosen> read = new ArrayList<>();
        if (node != null) {
            for (Fields.Field field : Fields.of(node, "'exclude'", problems).all()) {
                String what = "the reason of '%s'".formatted(field.name());
                if (Fields.isEmpty(field.value())) {
                    problems.at(
                            field.key(),
                            "nothing says why '%s' is left out".formatted(field.name()),
                            "give the reason behind it");
                } else {
                    Fields.words(field.value(), what, problems);
                }
                read.add(new Chosen(field.key(), new OperationPattern(field.name())));
            }
        }
        return read;
    }

    private Map<String, Named> also(@Nullable Node node) {
        Map<String, Named> read = new LinkedHashMap<>();
        for (Node item : Fields.items(node, "'also'", problems)) {
            Named named = Named.of(item, "an operation", problems);
            if (named == null) {
                continue;
            }
            Node keys = Fields.isEmpty(named.value()) ? DocumentText.mapping(List.of(), named.name()) : named.value();
            if (!(keys instanceof MappingNode)) {
                Fields.of(keys, "an operation", problems);
                continue;
            }
            Named earlier = read.putIfAbsent(
                    named.name().getValue().trim().replaceFirst("\\s+", " "), new Named(named.name(), keys));
            if (earlier != null) {
                problems.at(
                        item,
                        "the operation '%s' stands here twice"
                                .formatted(named.name().getValue()),
                        "it is in line %d already: keep one of them"
                                .formatted(problems.position(earlier.name()).line()));
            }
        }
        return read;
    }
}
