package dev.naysayer.reports.command;

import dev.naysayer.reports.model.Unfit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where the reports of many services lie: a folder that has one for each, or one word for each. */
final class FleetFolders {

    private static final String REPORT = "report.json";

    private final Map<String, Found> services = new TreeMap<>();

    private FleetFolders() {}

    /**
     * The reports of one service, in any order.
     *
     * @param from where they were looked for
     */
    record Found(Path from, List<Path> reports) {}

    /** By the services' names. */
    static Map<String, Found> of(List<String> words) throws Unfit, IOException {
        FleetFolders folders = new FleetFolders();
        for (String word : words) {
            if (word.indexOf('=') > 0) {
                NamedPath named = NamedPath.of(word);
                folders.add(named.name(), new Found(named.path(), below(named.path())));
            } else {
                folders.addAll(Arguments.path(word));
            }
        }
        return folders.services;
    }

    private void addAll(Path root) throws Unfit, IOException {
        if (!Files.isDirectory(root)) {
            throw new Unfit(
                    Files.exists(root)
                            ? "nobody knows what service %s is of: say name=%s".formatted(root, root)
                            : "there is no folder %s: name the one in which the services' folders lie".formatted(root));
        }
        if (Files.exists(root.resolve(REPORT))) {
            throw new Unfit("%s has a report itself and is no folder of services: say name=%s".formatted(root, root));
        }
        boolean any = false;
        for (Path folder : foldersIn(root)) {
            List<Path> reports = below(folder);
            if (!reports.isEmpty()) {
                add(String.valueOf(folder.getFileName()), new Found(folder, reports));
                any = true;
            }
        }
        if (!any) {
            throw new Unfit("no %s lies in a folder of %s: keep that of each service in a folder of its own"
                    .formatted(REPORT, root));
        }
    }

    private void add(String name, Found found) throws Unfit {
        Found other = services.putIfAbsent(name, found);
        if (other != null) {
            throw new Unfit("two services are called '%s': %s and %s; call one of them otherwise, other-name=%s"
                    .formatted(name, other.from(), found.from(), found.from()));
        }
    }

    private static List<Path> foldersIn(Path root) throws IOException {
        try (Stream<Path> in = Files.list(root)) {
            return in.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static List<Path> below(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> below = Files.walk(path)) {
            return below.filter(it -> it.endsWith(REPORT) && Files.isRegularFile(it))
                    .sorted()
                    .toList();
        }
    }
}
