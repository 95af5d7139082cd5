package dev.naysayer.reports.model;

import dev.naysayer.engine.outcome.Transcript;
import java.util.List;

/** What went over the wire, which lies on disk until it is written into a report: it is most of what a run leaves. */
public interface Exchanges {

    /** Of a case at most one. */
    List<Transcript> transcripts();
}
