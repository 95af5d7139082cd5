package dev.naysayer.engine.rule.comparison;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.SHOULD;
import static dev.naysayer.engine.standard.SpecReference.graphqlOverHttp;

import dev.naysayer.dsl.Operation;
import dev.naysayer.engine.evidence.GraphqlResponse;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Fate;
import dev.naysayer.engine.rule.RuleInfo;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A filter that reads the document to refuse the whole request does what resolvers are there for.
 *
 * <p>What a bad credential is served is told of its case, and is no answer that could be compared.
 */
final class GraphqlRefusedByCredential implements AcrossOperations {

    private static final Set<Integer> OF_THE_WHOLE_REQUEST = Set.of(401, 403);

    private static final RuleInfo INFO = rule("graphql-refused-by-credential", SHOULD, graphqlOverHttp("URL"))
            .summary("The credential alone decides whether a GraphQL request is refused as a whole")
            .why("Whoever asks for five fields and may see four of them gets none, and is not told which one it was.")
            .clients("They cannot show what the user may see, and ask for one field at a time.")
            .fix(
                    "Refuse whole requests by the credential alone, and fields in their resolvers, by an error with a path.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean concerns(List<ContractCase> planned) {
        return planned.stream()
                .map(GraphqlRefusedByCredential::who)
                .filter(who -> !who.isEmpty())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .values()
                .stream()
                .anyMatch(count -> count > 1);
    }

    /** The same credential at the same endpoint; empty where the case is not to be compared. */
    private static String who(ContractCase it) {
        Operation operation = it.operation();
        String subject = it.subject();
        if (operation.graphql() == null || (subject == null && !Answer.isPlanned(it))) {
            return "";
        }
        return "%s at %s %s"
                .formatted(subject == null ? Answer.variation(it) : subject, operation.method(), operation.resource());
    }

    @Override
    public String expected() {
        return "one way to answer a credential, whatever the document asks for";
    }

    @Override
    public String nothing() {
        return "no credential asked one endpoint for two documents";
    }

    @Override
    public List<Look> looks(List<Answer> answers) {
        return answers.stream()
                .filter(it -> it.probe() == null && !who(it.it()).isEmpty())
                .flatMap(it -> Stream.ofNullable(look(it))
                        .map(look -> Look.of(who(it.it()), who(it.it()), look, it.operation())))
                .toList();
    }

    private static @Nullable String look(Answer answer) {
        if (OF_THE_WHOLE_REQUEST.contains(answer.status())) {
            return "a refusal of the whole request";
        }
        GraphqlResponse response = GraphqlResponse.wellFormed(answer.evidence().body());
        return answer.status() < 300 && response != null && isRight(answer) ? "an answer by GraphQL" : null;
    }

    private static boolean isRight(Answer answer) {
        return !Answer.isPlanned(answer.it())
                || answer.evidence().toldRefusal() != null
                || Fate.refusesField(answer.it(), answer.evidence());
    }
}
