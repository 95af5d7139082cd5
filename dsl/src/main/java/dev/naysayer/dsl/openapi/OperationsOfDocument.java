package dev.naysayer.dsl.openapi;

import dev.naysayer.dsl.DocumentedAnswers;
import dev.naysayer.dsl.format.Format;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Joining;
import dev.naysayer.dsl.source.Named;
import dev.naysayer.dsl.source.Problems;
import dev.naysayer.dsl.source.Reading;
import dev.naysayer.dsl.source.SuiteFolder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * {@code operations: {openapi: …}}: operations that an OpenAPI document lists. They are put into the words of a suite, each at its line of
 * the document, and read as if the suite had listed them: so all that a suite can say of operations holds for them, too.
 */
public final class OperationsOfDocument {

    private final Problems problems;
    private final SuiteFolder folder;
    private final Map<String, DocumentedAnswers> answers = new LinkedHashMap<>();
    private Set<String> files = Set.of();
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> tested = new LinkedHashSet<>();
    private final Set<String> met = new LinkedHashSet<>();
    private @Nullable String untested;

    public OperationsOfDocument(Problems problems, SuiteFolder folder) {
        this.problems = problems;
        this.folder = folder;
    }

    /** What the document's files are called, by their paths from the suite's folder on; none where there is no document. */
    public Set<String> files() {
        Set<String> all = new LinkedHashSet<>(files);
        if (untested != null) {
            all.add(untested);
        }
        return all;
    }

    /** Operations of the document that no scenario tries, in its order. */
    public List<String> untested() {
        return names.stream().filter(it -> !tested.contains(it)).toList();
    }

    /** Whether the document could be read, so that its operations are known. */
    boolean isRead() {
        return !names.isEmpty();
    }

    /** What the file is called that lists them, from the suite's folder on; empty where the suite names none. */
    public static Optional<String> untestedFile(Node suite, SuiteFolder folder) {
        return suite instanceof MappingNode whole
                        && Joining.value(whole, Format.OPERATIONS) instanceof MappingNode operations
                        && Joining.value(operations, UntestedOperations.KEY) instanceof ScalarNode named
                ? Optional.of(folder.called(named, named.getValue()))
                : Optional.empty();
    }

    /** The same suite read as if it kept no such file: which operations would be tested, and which lack something. */
    public static OperationsOfDocument trial(MappingNode suite, Problems untold, SuiteFolder folder) {
        OperationsOfDocument trial = new OperationsOfDocument(untold, folder);
        trial.read(UntestedOperations.without(suite));
        return trial;
    }

    /** The suite with operations as it would list them; itself where no document lists them; empty where the document cannot be read. */
    public Optional<Node> read(Node suite) {
        if (!(suite instanceof MappingNode whole)
                || !(Joining.value(whole, Format.OPERATIONS) instanceof MappingNode operations)) {
            return Optional.of(suite);
        }
        Fields fields = Fields.of(operations, Format.DOCUMENT, problems);
        ScalarNode named = Fields.scalar(fields.require(Format.OPENAPI), "'openapi'", problems);
        if (named == null) {
            return Optional.empty();
        }
        OpenApiFiles read = new OpenApiFiles(problems, folder);
        files = read.names();
        return OpenApiDocument.read(named, read, problems)
                .flatMap(document -> new Listing(document, read, whole, fields, operations).list());
    }

    /** The suite that was read, each operation with what the document says of its answers. */
    public Reading.Understood documented(Reading.Understood read) {
        return answers.isEmpty()
                ? read
                : new Reading.Understood(
                        read.suite().documentedBy(answers), read.complete(), read.environments(), read.targetChosen());
    }

    /** One document's operations as a list. */
    private final class Listing {

        private final MappingNode suite;
        private final MappingNode said;
        private final String file;
        private final OpenApiDocument document;
        private final OpenApiSecurity security;
        private final DocumentValues values;
        private final DocumentChoice choice;
        private final OperationItems listed;
        private final OpenApiAnswers responses;
        private final Fields fields;
        private @Nullable OperationsOfDocument trial;

        Listing(OpenApiDocument document, OpenApiFiles read, MappingNode suite, Fields fields, MappingNode said) {
            this.document = document;
            this.fields = fields;
            this.suite = suite;
            this.said = said;
            this.file = problems.position(said).file();
            Set<String> schemes =
                    document.securitySchemes().stream().map(DocumentNode::name).collect(Collectors.toSet());
            this.choice = new DocumentChoice(fields, schemes, problems);
            this.security =
                    new OpenApiSecurity(read, document, problems, choice.leftOut(), DocumentCredentials.names(suite));
            this.values = new DocumentValues(fields.get("values"), problems);
            this.listed = new OperationItems(
                    problems,
                    suite,
                    file,
                    security,
                    choice,
                    new OpenApiParameters(read, security, problems, suite, values),
                    new OpenApiBodies(read, problems, document.isVersion30(), values));
            this.responses =
                    new OpenApiAnswers(read, new OpenApiSchemas(read, document.isVersion30()), document.server());
        }

        Optional<Node> list() {
            List<OpenApiDocument.Described> all = document.operations();
            all.forEach(it -> names.add(it.name()));
            choice.check(names);
            UntestedOperations ratchet =
                    UntestedOperations.read(fields, folder, problems).orElse(null);
            List<Node> items = new ArrayList<>();
            all.forEach(it -> item(it, ratchet).ifPresent(items::add));
            if (ratchet != null) {
                untested = ratchet.name();
                tested.forEach(ratchet::meetTested);
                ratchet.check(names);
            }
            choice.others().forEach(it -> items.add(DocumentText.item(it.name(), it.value())));
            tellMissing();
            if (items.isEmpty() && problems.isEmpty()) {
                problems.at(
                        said,
                        names.isEmpty()
                                ? "the document has no operation"
                                : "no operation of the document is included, and it has " + names.size(),
                        "say which: 'include: [GET *]'; those that change data stand below 'also': '- POST /orders: {mutates: true}'");
            }
            return items.isEmpty() ? Optional.empty() : Optional.of(suite(items));
        }

        private Optional<MappingNode> item(OpenApiDocument.Described operation, @Nullable UntestedOperations ratchet) {
            boolean meant = choice.isMeant(operation.name());
            Named own = meant ? choice.take(operation.name()) : null;
            if (!meant || (ratchet != null && isListedAndLacking(operation.name(), ratchet))) {
                if (ratchet != null) {
                    ratchet.meetUntested(operation, choice.isExcluded(operation.name()));
                }
                return Optional.empty();
            }
            Optional<MappingNode> item = listed.of(operation, own);
            if (item.isPresent()) {
                tested.add(operation.name());
                responses.of(operation.node()).ifPresent(it -> answers.put(operation.name(), it));
            }
            return item;
        }

        private void tellMissing() {
            listed.tellMissing();
            if (trial != null) {
                trial.met.forEach(values::meet);
            }
            values.tellUnused();
            met.addAll(values.met());
            security.tellMissing(file);
        }

        /** What lacks something may wait, once it is listed; nothing is told of it. */
        private boolean isListedAndLacking(String name, UntestedOperations ratchet) {
            if (!ratchet.lists(name)) {
                return false;
            }
            if (trial == null) {
                trial = trial(suite, problems.anew(), folder);
            }
            return !trial.tested.contains(name);
        }

        private MappingNode suite(List<Node> items) {
            List<NodeTuple> entries = new ArrayList<>();
            for (NodeTuple entry : suite.getValue()) {
                boolean isList = entry.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(Format.OPERATIONS);
                entries.add(isList ? new NodeTuple(entry.getKeyNode(), DocumentText.list(items, said)) : entry);
            }
            return security.credentials().completed(Joining.with(suite, entries));
        }
    }
}
