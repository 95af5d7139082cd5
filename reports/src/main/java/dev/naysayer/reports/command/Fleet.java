package dev.naysayer.reports.command;

import dev.naysayer.engine.exchange.BuildVersion;
import dev.naysayer.engine.outcome.RuleWords;
import dev.naysayer.reports.collect.WholeFiles;
import dev.naysayer.reports.fleet.FleetReport;
import dev.naysayer.reports.fleet.Service;
import dev.naysayer.reports.format.FleetFormat;
import dev.naysayer.reports.model.Unfit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes one page of many services. What breaks a contract makes it no red command: each service's own build is red for that. */
final class Fleet implements Command {

    @Override
    public String name() {
        return "fleet";
    }

    @Override
    public String usage() {
        return "<directory> <folder of services or name=folder or name=report.json>…";
    }

    @Override
    public String summary() {
        return "makes one page of many services, each by its last report and those before it";
    }

    @Override
    public Ended run(Arguments arguments, Console console) throws Unfit, IOException {
        List<String> words = arguments.words();
        if (words.size() < 2) {
            throw new Unfit("say where the page goes, and where the services' reports lie: fleet target/fleet reports");
        }
        Path directory = Arguments.path(words.get(0)).toAbsolutePath().normalize();
        Map<String, FleetFolders.Found> found = FleetFolders.of(words.subList(1, words.size()));
        List<Service> services = new ArrayList<>();
        List<FleetReport.Unread> unread = new ArrayList<>();
        Map<String, RuleWords> rules = new TreeMap<>();
        for (Map.Entry<String, FleetFolders.Found> one : found.entrySet()) {
            new ServiceReading(one.getKey(), one.getValue(), rules, unread)
                    .read()
                    .ifPresent(services::add);
        }
        FleetReport report = FleetReport.of(services, unread, rules);
        unread.forEach(it -> console.complain(it.service() + ": " + it.reason()));
        if (services.isEmpty()) {
            throw new Unfit("of no service there is a report");
        }
        WholeFiles.write(
                directory, Map.of(FleetFormat.PAGE, out -> FleetFormat.page(report, BuildVersion.generator(), out)));
        console.say(report.headline());
        console.say("Report: " + directory.resolve(FleetFormat.PAGE));
        return unread.isEmpty() ? Ended.WELL : Ended.RED;
    }
}
