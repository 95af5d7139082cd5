package dev.naysayer.cli;

import dev.naysayer.engine.credential.Diagnosis;
import dev.naysayer.engine.credential.Diagnosis.Health;
import dev.naysayer.engine.junit.Examinations;
import dev.naysayer.engine.junit.Setting;
import dev.naysayer.engine.junit.SuitePreview;
import dev.naysayer.engine.run.Examination;
import dev.naysayer.reports.model.Words;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code doctor}: whether a run could be trusted. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Looks before a run whether it could be trusted: clocks, TLS, issuers, credentials.",
        description = {
            "",
            "  naysayer doctor suites --target=https://staging.example",
            "",
            "Sends a few requests, and says before how many: a good credential to one safe operation each. What",
            "'mutates' is never sent. Each line is well, open (not known, or not tested) or ILL.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:nothing is ill",
            " 1:something is ill, or some suite has a problem",
            " 2:nothing could be looked at"
        })
final class DoctorCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private ChosenSuites suites = new ChosenSuites();

    DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Diagnosis> ill = new ArrayList<>();
        // One look is enough: what is lost on the way is told, and the run tries again.
        List<SuitePreview> unusable = Examinations.all(
                suites.request(Map.of(Setting.RETRIES.parameter(), "0")).build(),
                Clock.systemUTC(),
                (suite, examination) -> ill.addAll(examined(suite, examination)));
        unusable.forEach(suite -> suite.problems().forEach(console::complain));
        return ill.isEmpty() && unusable.isEmpty() ? 0 : 1;
    }

    /** Says what is seen; returns what is ill. */
    private List<Diagnosis> examined(SuitePreview suite, Examination examination) {
        console.say("%s: connects %s and sends %s, at most"
                .formatted(
                        Shown.file(suite),
                        Words.count(examination.connections(), "time"),
                        Words.count(examination.most(), "request")));
        List<Diagnosis> all = examination.diagnoses().get();
        all.forEach(this::tell);
        List<Diagnosis> ill =
                all.stream().filter(it -> it.health() == Health.ILL).toList();
        console.say("%s sent; %s"
                .formatted(
                        Words.count(examination.sent().getAsInt(), "request"),
                        ill.isEmpty() ? "nothing is ill" : "mend what is ILL before you trust a run"));
        console.blank();
        return ill;
    }

    private void tell(Diagnosis it) {
        String text = it.of() + ": " + it.words().replace("\n", "\n      ");
        switch (it.health()) {
            case WELL -> console.mark("green", "well", text);
            case OPEN -> console.mark("yellow", "open", text);
            case ILL -> console.mark("bold,red", "ILL ", text);
        }
    }
}
