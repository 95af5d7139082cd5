package dev.naysayer.reports.format;

import dev.naysayer.reports.drift.CaseName;
import dev.naysayer.reports.drift.Drift;
import dev.naysayer.reports.drift.DriftReport;
import dev.naysayer.reports.drift.DriftSide;
import dev.naysayer.reports.model.Run;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Two environments side by side: for people, and for programs. */
public final class DriftFormats {

    /** The page that people open. */
    public static final String PAGE = "drift.html";

    /** The same for programs. */
    public static final String RECORD = "drift.json";

    private static final StyleSheet STYLE = StyleSheet.INSTANCE.with("sides.css");

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private DriftFormats() {}

    /** One page without script and without any other file. */
    public static void page(DriftReport report, String generator, Writer out) throws IOException {
        Templates.render("drift.jte", new DriftPage(report, generator, STYLE), out);
    }

    /** The same in JSON; its members are told in {@code docs/fleet.md}. */
    public static void record(DriftReport report, String generator, Writer out) throws IOException {
        JSON.writerWithDefaultPrettyPrinter().writeValue(out, Form.of(report, generator));
        out.write("\n");
    }

    /** As it is written. */
    private record Form(
            String generator,
            Side first,
            Side second,
            String headline,
            boolean drifts,
            int compared,
            List<Kind> kinds,
            List<Difference> everywhere,
            List<Alike> alike,
            List<CaseName> onlyFirst,
            List<CaseName> onlySecond,
            List<DriftReport.Uncompared> uncompared,
            List<String> otherSuites) {

        static Form of(DriftReport it, String generator) {
            return new Form(
                    generator,
                    Side.of(it.first()),
                    Side.of(it.second()),
                    it.headline(),
                    it.drifts(),
                    it.compared(),
                    it.kinds().stream().map(Kind::of).toList(),
                    it.everywhere().stream().map(Difference::of).toList(),
                    it.alike().stream().map(Alike::of).toList(),
                    it.onlyFirst(),
                    it.onlySecond(),
                    it.uncompared(),
                    it.otherSuites());
        }
    }

    private record Side(
            String name,
            List<String> targets,
            int cases,
            List<String> run,
            Instant started,
            @Nullable Instant finished) {

        static Side of(DriftSide it) {
            Run run = it.run();
            return new Side(it.name(), it.targets(), it.cases(), run.ids(), run.started(), run.finished());
        }
    }

    private record Kind(String kind, int drifted, int same, int notKept) {

        static Kind of(DriftReport.KindCount it) {
            return new Kind(it.kind().id(), it.drifted(), it.same(), it.notKept());
        }
    }

    private record Difference(String kind, String what, String first, String second) {

        static Difference of(Drift it) {
            return new Difference(it.kind().id(), it.what(), it.first(), it.second());
        }
    }

    private record Alike(List<Difference> drifts, List<Pair> cases) {

        static Alike of(DriftReport.Alike it) {
            return new Alike(
                    it.drifts().stream().map(Difference::of).toList(),
                    it.cases().stream().map(Pair::of).toList());
        }
    }

    private record Pair(String suite, String operation, String scenario, String first, String second) {

        static Pair of(DriftReport.Pair it) {
            CaseName name = it.name();
            return new Pair(
                    name.suite(),
                    name.operation(),
                    name.scenario(),
                    it.first().name(),
                    it.second().name());
        }
    }
}
