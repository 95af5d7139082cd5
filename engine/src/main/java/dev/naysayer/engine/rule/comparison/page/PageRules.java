package dev.naysayer.engine.rule.comparison.page;

import dev.naysayer.engine.rule.comparison.Comparison;
import java.util.List;

/** Every rule about pages, in the order in which a browser comes to what they tell. */
public final class PageRules {

    public static final List<Comparison> ALL = List.of(
            new PreflightWithoutCredentials(),
            new PreflightOkStatus(),
            new PreflightAllowsOrigin(),
            new PreflightAllowsMethod(),
            new PreflightAllowsHeaders(),
            new AnswerAllowsOrigin(),
            new NoWildcardWithCredentials(),
            new RefusalExposesHeaders(),
            new UnknownOriginNotReflected(),
            new NullOriginNotAllowed(),
            new VaryNamesOrigin(),
            new NoPasswordPrompt());

    private PageRules() {}
}
