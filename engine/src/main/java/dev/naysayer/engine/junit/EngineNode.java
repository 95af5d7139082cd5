package dev.naysayer.engine.junit;

import dev.naysayer.engine.outcome.OutcomeJson;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** The root of the tree. */
final class EngineNode extends EngineDescriptor implements Node<RunContext> {

    EngineNode(UniqueId uniqueId) {
        super(uniqueId, "Auth contracts");
    }

    /** Told once and before the first case: what the run is called stands in every request. */
    @Override
    public RunContext before(RunContext context) {
        context.run()
                .listener()
                .reportingEntryPublished(
                        this,
                        ReportEntry.from(OutcomeJson.RUN_KEY, context.run().id()));
        UnknownSettings.notices(System.getenv())
                .forEach(notice -> context.run()
                        .listener()
                        .reportingEntryPublished(this, ReportEntry.from(OutcomeJson.NOTICE_KEY, notice)));
        return context;
    }
}
