package dev.naysayer.engine.rule.comparison;

import dev.naysayer.engine.plan.ContractCase;
import java.util.List;

/** A rule about the document in which an API describes itself. Whichever asks first has it fetched, for all of them. */
interface OfMetadata extends Comparison {

    @Override
    default boolean concerns(List<ContractCase> planned) {
        // The profile asks for it, so a suite that does not allow to look is told so.
        return planned.stream().anyMatch(Answer::isPlanned);
    }

    @Override
    default List<Question> questions(List<Answer> answers) {
        return MetadataSearch.questions(answers);
    }
}
