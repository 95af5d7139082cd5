package dev.naysayer.cli;

import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Need;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.credential.condition.CredentialConditions;
import dev.naysayer.engine.rule.remedy.Remedies;
import dev.naysayer.engine.standard.Clause;
import dev.naysayer.engine.standard.Level;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code conditions}: the ways in which a credential can be wrong. */
@Command(
        name = "conditions",
        mixinStandardHelpOptions = true,
        header = "Lists the conditions that a suite can name, or explains one.",
        description = "%n  naysayer conditions expired-token --framework=spring%n")
final class ConditionsCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            paramLabel = "CONDITION",
            arity = "0..1",
            description = "The name of a condition, as it stands under 'scenarios'. Without it all are listed.")
    private @Nullable String name;

    @Mixin
    private FrameworkOption framework = new FrameworkOption();

    ConditionsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        framework.wants("CONDITION", name);
        List<ConditionInfo> all =
                CredentialConditions.ALL.stream().map(CredentialCondition::info).toList();
        if (name != null) {
            explain(Known.named("condition", name, all, ConditionInfo::name));
            return 0;
        }
        for (ConditionGroup group : ConditionGroup.values()) {
            console.say("%s: %s".formatted(group.title(), group.yaml()));
            all.stream()
                    .filter(it -> it.group() == group)
                    .forEach(it ->
                            console.say("  %-36s %s%s".formatted(it.name(), it.meaning(), it.core() ? " (core)" : "")));
            console.blank();
        }
        return 0;
    }

    private void explain(ConditionInfo it) {
        Set<Trait> traits = traits(it);
        console.say("%s: %s".formatted(it.name(), it.meaning()));
        console.blank();
        // Only those of a suite's own are in none.
        console.say("group        %s, %s"
                .formatted(Objects.requireNonNull(it.group()).yaml(), amount(it)));
        console.say("schemes      " + it.appliesTo());
        console.say("needs        " + needs(it));
        console.say("right        %s; %s"
                .formatted(
                        it.expectation(traits).statuses(),
                        Shown.errors(it.expectation(traits).errors())));
        console.say("because      " + it.why());
        console.say("%s  %s"
                .formatted(
                        it.positive() ? "if refused " : "if let in  ",
                        clause(it.admission().apply(traits))));
        if (!it.positive()) {
            console.say("other status " + clause(it.status(traits)));
        }
        console.say("changes      " + String.join(", ", it.changes()));
        framework.tell(
                console,
                Remedies.ofCondition(it.name()),
                "Only rules about every credential judge it: ask 'rules' for the one that a finding names.");
    }

    private static String amount(ConditionInfo it) {
        return it.core() ? "taken by 'core'" : it.safe() ? "taken by 'all'" : "taken by 'everything' only";
    }

    private static String needs(ConditionInfo it) {
        return it.needs().isEmpty()
                ? "nothing"
                : it.needs().stream().map(Need::toString).sorted().collect(Collectors.joining(", "));
    }

    /** Of the schemes that it makes sense for, the first: bearer, if that is one. */
    private static Set<Trait> traits(ConditionInfo it) {
        Set<Trait> all = EnumSet.of(Trait.ANY, Trait.AUTHORIZATION, Trait.HEADER);
        all.add(
                Arrays.asList(Trait.BASIC, Trait.DIGEST, Trait.API_KEY, Trait.SESSION, Trait.CSRF)
                                .contains(it.appliesTo())
                        ? it.appliesTo()
                        : Trait.BEARER);
        return all;
    }

    private static String clause(Clause clause) {
        if (clause.level() == Level.MAY) {
            return "nothing is broken";
        }
        String link = clause.source().link();
        return "broken is: %s%s".formatted(clause, link == null ? "" : ", " + link);
    }
}
