package dev.naysayer.engine.rule.comparison;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.SHOULD;

import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.SpecReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A program tells causes apart by status, codes and types; prose is for people. */
final class DistinctCauses implements Comparison {

    private static final Set<String> CAUSES = Set.of("expired-token", "wrong-audience", "insufficient-scope");

    /** Members that APIs tell programs the cause by. */
    private static final List<String> FOR_PROGRAMS =
            List.of("type", "code", "error", "error_code", "errorCode", "reason", "title");

    private static final RuleInfo INFO = rule("distinct-causes", SHOULD, SpecReference.rfc(9205, "4.6"), "distinct")
            .summary("An expired token, one for somebody else and one without the scope are told apart")
            .why(
                    "Each of them is mended in another way, and a client that is not told which one it is tries the wrong way.")
            .clients(
                    "They refresh a token that is for somebody else, again and again, or give up one that has only expired.")
            .fix("Give each cause its own error code, problem type or member of the body.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean concerns(List<ContractCase> planned) {
        return planned.stream()
                .filter(it -> Answer.isPlanned(it)
                        && CAUSES.contains(it.condition().info().name()))
                .collect(Collectors.groupingBy(Answer::place, Collectors.counting()))
                .values()
                .stream()
                .anyMatch(count -> count > 1);
    }

    @Override
    public Verdict judge(List<Answer> answers) {
        Map<String, List<Answer>> byPlace = answers.stream()
                .filter(it -> it.refusesCase() && CAUSES.contains(it.condition()))
                .collect(Collectors.groupingBy(Answer::place, LinkedHashMap::new, Collectors.toList()));
        if (byPlace.values().stream().noneMatch(causes -> causes.size() > 1)) {
            return Verdict.notApplicable("no operation refused two of them");
        }
        List<String> alike = new ArrayList<>();
        byPlace.values()
                .forEach(causes -> causes.stream()
                        .collect(Collectors.groupingBy(
                                DistinctCauses::cause,
                                LinkedHashMap::new,
                                Collectors.mapping(it -> it.it().scenario(), Collectors.toList())))
                        .forEach((cause, conditions) -> {
                            if (conditions.size() > 1) {
                                alike.add("%s from %s for %s"
                                        .formatted(cause, causes.get(0).operation(), String.join(" and ", conditions)));
                            }
                        }));
        return Differing.verdict("another answer for each cause", alike);
    }

    private static String cause(Answer answer) {
        JsonNode object = answer.evidence().body().object();
        Stream<String> members = object == null
                ? Stream.of()
                : FOR_PROGRAMS.stream()
                        .filter(object::has)
                        .map(member -> "%s %s".formatted(member, object.get(member)));
        return Stream.of(
                        Stream.of(String.valueOf(answer.status())),
                        answer.evidence().errors(answer.it().scheme().challengeScheme()).stream(),
                        members)
                .flatMap(parts -> parts)
                .collect(Collectors.joining(", "));
    }
}
