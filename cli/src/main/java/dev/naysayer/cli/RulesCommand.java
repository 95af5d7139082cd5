package dev.naysayer.cli;

import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.answer.Rules;
import dev.naysayer.engine.rule.comparison.Comparison;
import dev.naysayer.engine.rule.comparison.Comparisons;
import dev.naysayer.engine.rule.remedy.Remedies;
import dev.naysayer.engine.standard.SpecReference;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rules}: what answers are judged by. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        header = "Lists the rules that answers are judged by, or explains one.",
        description = "%n  naysayer rules challenge-follows-401 --framework=spring%n")
final class RulesCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            paramLabel = "RULE",
            arity = "0..1",
            description = "The id of a rule, as findings name it. Without it all are listed.")
    private @Nullable String id;

    @Mixin
    private FrameworkOption framework = new FrameworkOption();

    RulesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        framework.wants("RULE", id);
        if (id == null) {
            for (Rules.Topic topic : Rules.TOPICS) {
                list(topic.heading(), topic.rules().stream().map(Rule::info));
            }
            list("Answers compared", Comparisons.ALL.stream().map(Comparison::info));
            return 0;
        }
        explain(Known.named("rule", id, all(), RuleInfo::id));
        return 0;
    }

    private static List<RuleInfo> all() {
        return Stream.concat(
                        Rules.ALL.stream().map(Rule::info),
                        Comparisons.ALL.stream().map(Comparison::info))
                .toList();
    }

    private void list(String heading, Stream<RuleInfo> rules) {
        console.say(heading);
        rules.forEach(it -> console.say("  %-36s %s".formatted(it.id(), it.summary())));
        console.blank();
    }

    private void explain(RuleInfo rule) {
        SpecReference source = rule.source();
        console.say("%s: %s".formatted(rule.id(), rule.summary()));
        console.blank();
        console.say("demanded  %s, %s%s"
                .formatted(rule.level(), source.text(), source.link() == null ? "" : ", " + source.link()));
        console.say("profile   " + rule.profile());
        console.say("why       " + rule.why());
        console.say("clients   " + rule.clients());
        console.say("to mend   " + rule.fix());
        framework.tell(
                console,
                Remedies.ofRule(rule.id()),
                "No framework decides it: what is said to mend it is all there is.");
    }
}
