package dev.naysayer.dsl.source;

import dev.naysayer.dsl.Suite;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of a suite file: a suite, or every problem of it. */
public sealed interface Reading {

    /**
     * The file holds a suite.
     *
     * @param complete false while values are missing that the run promised; such a suite can be planned, not sent
     * @param environments the names of its environments
     * @param targetChosen whether its base URL is that of the environment which the run chose
     */
    record Understood(Suite suite, boolean complete, Set<String> environments, boolean targetChosen)
            implements Reading {}

    /**
     * The file holds no suite.
     *
     * @param problems at least one, in the file's order
     * @param rest what could be read all the same, for problems that only others can see; null where there is too little
     */
    record Unreadable(List<Problem> problems, @Nullable Understood rest) implements Reading {}
}
