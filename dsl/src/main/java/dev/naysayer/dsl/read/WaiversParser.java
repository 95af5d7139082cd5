package dev.naysayer.dsl.read;

import dev.naysayer.dsl.OtherSuite;
import dev.naysayer.dsl.Waiver;
import dev.naysayer.dsl.format.Format;
import dev.naysayer.dsl.format.Vocabulary;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.LiteralSecrets;
import dev.naysayer.dsl.source.Problems;
import dev.naysayer.dsl.source.SourceText;
import dev.naysayer.dsl.source.SuiteFolder;
import dev.naysayer.dsl.source.YamlTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** {@code waivers:} of a suite, one by one and by files that several suites read. */
final class WaiversParser {

    /** What the name of such a file ends with. */
    static final String SUFFIX = "waivers.yaml";

    private final Vocabulary vocabulary;
    private final Problems problems;
    private final SuiteFolder folder;

    WaiversParser(Vocabulary vocabulary, Problems problems, SuiteFolder folder) {
        this.vocabulary = vocabulary;
        this.problems = problems;
        this.folder = folder;
    }

    /**
     * What stands below {@code waivers:}.
     *
     * @param waivers those of the suite itself
     * @param others the further suites that its files name
     */
    record Waived(List<Waiver> waivers, List<OtherSuite> others) {}

    /** Those of the suite with these names. */
    Waived parse(@Nullable Node node, WaiverParser.Names names) {
        List<Waiver> all = new ArrayList<>();
        List<OtherSuite> others = new ArrayList<>();
        Map<WaiverParser.Broken, Waiver> earlier = new HashMap<>();
        WaiverParser own = new WaiverParser(vocabulary, problems, ofSuite(node), false);
        for (Node item : items(node, problems)) {
            if (item instanceof ScalarNode file) {
                ofFile(file).ifPresent(read -> {
                    read.waivers(names).forEach(it -> add(it, read.problems(), all, earlier));
                    others.addAll(read.parser().others());
                });
            } else {
                Waiver waiver = own.parse(item, names);
                if (waiver != null) {
                    add(waiver, problems, all, earlier);
                }
            }
        }
        return new Waived(all, others);
    }

    private String ofSuite(@Nullable Node node) {
        return node == null ? "" : problems.position(node).file();
    }

    /** One file needs no list; and nobody should have to mend a file after the last waiver was taken out. */
    private static List<Node> items(@Nullable Node node, Problems problems) {
        if (node == null || Fields.isEmpty(node)) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence && sequence.getValue().isEmpty()) {
            return List.of();
        }
        return node instanceof ScalarNode ? List.of(node) : Fields.items(node, "'waivers'", problems);
    }

    /** Of two nobody knows which one holds. */
    private static void add(
            Waiver waiver, Problems problems, List<Waiver> all, Map<WaiverParser.Broken, Waiver> earlier) {
        Waiver same = earlier.putIfAbsent(
                new WaiverParser.Broken(waiver.rule(), waiver.scenario(), waiver.operation()), waiver);
        if (same == null) {
            all.add(waiver);
        } else {
            problems.at(
                    waiver.at().line(),
                    waiver.at().column(),
                    "the same is waived twice",
                    "it is in line %d of %s already: keep one of them"
                            .formatted(same.at().line(), same.at().file()));
        }
    }

    /** A file of waivers, whose problems are told with its lines. */
    private record OfFile(Node list, WaiverParser parser, Problems problems) {

        List<Waiver> waivers(WaiverParser.Names names) {
            List<Waiver> waivers = new ArrayList<>();
            for (Node item : items(list, problems)) {
                Waiver waiver = parser.parse(item, names);
                if (waiver != null) {
                    waivers.add(waiver);
                }
            }
            return waivers;
        }
    }

    /** A file may have no waiver, but has to be one of waivers. */
    private static Optional<Node> list(Node root, Problems problems) {
        Node list = Fields.of(root, Format.WAIVERS, problems).get("waivers");
        if (list == null) {
            problems.at(root, "the key 'waivers' is missing", "list them: 'waivers: [{suites: [Orders API], …}]'");
        }
        return Optional.ofNullable(list);
    }

    private Optional<OfFile> ofFile(ScalarNode written) {
        ScalarNode name = Fields.words(written, "a file of waivers", problems);
        if (name == null) {
            return Optional.empty();
        }
        if (!name.getValue().endsWith(SUFFIX)) {
            problems.at(
                    name,
                    "'%s' is no waiver and no file of waivers".formatted(name.getValue()),
                    "write '{rule: …, owner: …, reason: …, until: …}'; the name of a file ends with " + SUFFIX);
            return Optional.empty();
        }
        try {
            String called = folder.called(name, name.getValue());
            SourceText source = new SourceText(called, folder.read(name, name.getValue()));
            Problems ofFile = new Problems(source);
            problems.addAll(ofFile);
            LiteralSecrets.find(source, ofFile);
            return new YamlTree(source, ofFile)
                    .compose("waivers: [{suites: [Orders API], rule: …, owner: …, reason: …, until: …}]")
                    .flatMap(root -> list(root, ofFile))
                    .map(list -> new OfFile(list, new WaiverParser(vocabulary, ofFile, called, true), ofFile));
        } catch (SuiteFolder.Unreachable e) {
            problems.at(name, String.valueOf(e.getMessage()), e.nextStep);
            return Optional.empty();
        }
    }
}
