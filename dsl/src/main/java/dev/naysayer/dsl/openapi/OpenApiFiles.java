package dev.naysayer.dsl.openapi;

import dev.naysayer.dsl.DocumentPlace;
import dev.naysayer.dsl.source.Problems;
import dev.naysayer.dsl.source.SourceText;
import dev.naysayer.dsl.source.Suggestion;
import dev.naysayer.dsl.source.SuiteFolder;
import dev.naysayer.dsl.source.UserFile;
import dev.naysayer.dsl.source.YamlTree;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * The files of an OpenAPI document, each read once, and what its references lead to: places in these files, below the suite's root as all
 * that a suite names. Only references that are needed are followed.
 */
final class OpenApiFiles {

    private static final int MOST_FILES = 100;

    /** How much all files may have together, in files of the size that one may have. */
    private static final int MOST_SIZES = 16;

    /** How many references may lead from one to the next. */
    private static final int LONGEST_WAY = 20;

    private final Problems problems;
    private final SuiteFolder folder;
    private final Map<String, Optional<DocumentNode>> roots = new LinkedHashMap<>();
    private final Map<String, Optional<DocumentNode>> places = new HashMap<>();
    private long characters;

    OpenApiFiles(Problems problems, SuiteFolder folder) {
        this.problems = problems;
        this.folder = folder;
    }

    /** What the files are called, by their paths from the suite's folder on. */
    Set<String> names() {
        return roots.keySet();
    }

    /** The whole file that a node names; empty where it cannot be read, which is told. */
    Optional<DocumentNode> root(ScalarNode from, String reference) {
        String name = folder.called(from, reference);
        if (!roots.containsKey(name)) {
            if (roots.size() == MOST_FILES) {
                problems.at(
                        from,
                        "the document has more than %d files".formatted(MOST_FILES),
                        "bundle it into one file, and name that");
                return Optional.empty();
            }
            roots.put(name, read(from, reference, name));
        }
        return roots.get(name);
    }

    private Optional<DocumentNode> read(ScalarNode from, String reference, String name) {
        try {
            SourceText text = new SourceText(name, folder.read(from, reference));
            characters += text.text().length();
            if (characters > MOST_SIZES * folder.limit()) {
                problems.at(
                        from,
                        "with '%s' the document is larger than %s"
                                .formatted(name, UserFile.shown(MOST_SIZES * folder.limit())),
                        "bundle what the suite needs into one file, or allow more MiB with " + UserFile.LIMIT_SETTING);
                return Optional.empty();
            }
            return new YamlTree(text, problems.joined(text))
                    .compose("openapi: 3.1.0")
                    .map(DocumentNode::root);
        } catch (SuiteFolder.Unreachable e) {
            problems.at(from, String.valueOf(e.getMessage()), e.nextStep);
            return Optional.empty();
        }
    }

    /** What stands there, or what its reference leads to in the end; empty where that is nothing, which is told. */
    Optional<DocumentNode> resolved(DocumentNode start) {
        Set<Node> way = new LinkedHashSet<>();
        DocumentNode here = start;
        for (ScalarNode reference = reference(here); reference != null; reference = reference(here)) {
            if (!way.add(reference) || way.size() > LONGEST_WAY) {
                problems.at(
                        reference,
                        way.size() > LONGEST_WAY
                                ? "more than %d references lead from here on".formatted(LONGEST_WAY)
                                : "the reference '%s' leads back to itself".formatted(reference.getValue()),
                        "let it lead to what is meant");
                return Optional.empty();
            }
            Optional<DocumentNode> next = target(reference);
            if (next.isEmpty()) {
                return next;
            }
            here = next.get();
        }
        return Optional.of(here);
    }

    /** The reference that stands in the place of a value; null where there is none. */
    static @Nullable ScalarNode reference(DocumentNode place) {
        return place.get("$ref")
                .map(DocumentNode::value)
                .filter(ScalarNode.class::isInstance)
                .map(ScalarNode.class::cast)
                .orElse(null);
    }

    /** What one reference leads to. */
    Optional<DocumentNode> target(ScalarNode reference) {
        String file = reference.getStartMark().map(mark -> mark.getName()).orElse("");
        String key = file + "\n" + reference.getValue();
        Optional<DocumentNode> known = places.get(key);
        if (known == null) {
            known = found(reference, file);
            places.put(key, known);
        }
        return known;
    }

    private Optional<DocumentNode> found(ScalarNode reference, String file) {
        String[] parts = reference.getValue().split("#", 2);
        if (parts[0].matches("(?i)[a-z][a-z0-9+.-]+:.*|//.*")) {
            problems.at(
                    reference,
                    "the reference leads to another host, and nothing is fetched",
                    "put what it leads to into a file beside the document, or bundle both into one");
            return Optional.empty();
        }
        Optional<DocumentNode> here =
                parts[0].isEmpty() ? roots.getOrDefault(file, Optional.empty()) : root(reference, decoded(parts[0]));
        if (here.isEmpty()) {
            return here;
        }
        String pointer = parts.length < 2 ? "" : decoded(parts[1]);
        return pointer.isEmpty() ? here : led(reference, here.get(), parts[0], pointer);
    }

    private Optional<DocumentNode> led(ScalarNode reference, DocumentNode from, String file, String pointer) {
        if (!pointer.startsWith("/")) {
            return nowhere(reference, Optional.empty());
        }
        DocumentNode at = from;
        for (String step : pointer.substring(1).split("/", -1)) {
            String name = step.replace("~1", "/").replace("~0", "~");
            Optional<DocumentNode> next = at.step(name);
            if (next.isEmpty()) {
                List<String> known =
                        at.members().stream().map(DocumentNode::name).toList();
                return nowhere(
                        reference,
                        Suggestion.misspelt(name, known).flatMap(at::get).map(it -> file + "#" + it.pointer()));
            }
            at = next.get();
        }
        return Optional.of(at);
    }

    private Optional<DocumentNode> nowhere(ScalarNode reference, Optional<String> meant) {
        problems.at(
                reference,
                "the reference '%s' leads nowhere".formatted(reference.getValue()),
                meant.map("did you mean '%s'?"::formatted)
                        .orElse("correct it: a file, '#', and a JSON Pointer, '#/components/schemas/Problem'"));
        return Optional.empty();
    }

    /** As a URI has it; what is no such encoding stands for itself. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** Where something stands, for people. */
    DocumentPlace place(DocumentNode node) {
        return new DocumentPlace(problems.position(node.key()), node.pointer());
    }
}
