package dev.naysayer.reports.drift;

import dev.naysayer.dsl.VisibleText;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Request;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.outcome.Transcript;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of one answer is compared with another; null is what the record does not have.
 *
 * @param status the status
 * @param challenges how to authenticate
 * @param mediaType empty where the answer says none
 * @param retryAfter whether there is one, and of which form
 * @param cache what caches are told
 * @param cors what pages of other origins are told
 * @param answeredBy what names itself as the one that answered, or that passed the answer on
 * @param body the content
 */
record Facts(
        int status,
        Challenges challenges,
        String mediaType,
        String retryAfter,
        @Nullable String cache,
        @Nullable String cors,
        @Nullable String answeredBy,
        @Nullable ErrorText body) {

    private static final String NONE = "none";

    /** Null where no answer came. */
    static @Nullable Facts of(Transcript it) {
        Integer status = it.status();
        if (status == null) {
            return null;
        }
        String text = Objects.requireNonNullElse(it.responseBody(), "");
        Evidence evidence = Evidence.of(
                new Request(it.method(), it.uri(), List.of(), null),
                new Response(
                        status,
                        it.responseHeaders(),
                        new Body(text.getBytes(StandardCharsets.UTF_8), it.truncated()),
                        List.of()));
        boolean whole = it.notKept() == 0;
        return new Facts(
                status,
                Challenges.of(evidence),
                Objects.requireNonNullElse(evidence.body().mediaType(), ""),
                Fields.retryAfter(evidence),
                whole ? Fields.cache(evidence) : null,
                whole ? Fields.cors(evidence) : null,
                whole ? Fields.answeredBy(evidence) : null,
                whole && it.withheld() == null ? ErrorText.of(evidence, it.truncated()) : null);
    }

    /** In what this differs from another; what cannot be compared goes into {@code notKept}. */
    List<Drift> unlike(Facts other, Set<DriftKind> notKept) {
        List<Drift> found = new ArrayList<>();
        if (status != other.status) {
            found.add(new Drift(DriftKind.STATUS, "status", String.valueOf(status), String.valueOf(other.status)));
        }
        challenges(other, found, notKept);
        body(other, found, notKept);
        add(found, DriftKind.CACHE, "fields for caches", cache, other.cache, notKept);
        add(found, DriftKind.CORS, "fields for other origins", cors, other.cors, notKept);
        add(found, DriftKind.RETRY_AFTER, "Retry-After", retryAfter, other.retryAfter, notKept);
        add(found, DriftKind.ANSWERED_BY, "who names itself", answeredBy, other.answeredBy, notKept);
        return found;
    }

    private void challenges(Facts other, List<Drift> found, Set<DriftKind> notKept) {
        if (challenges.lines().equals(other.challenges.lines())) {
            return;
        }
        if (challenges.isCut() || other.challenges.isCut()) {
            notKept.addAll(EnumSet.range(DriftKind.ERROR_CODE, DriftKind.CHALLENGE_REWRITTEN));
        } else {
            found.addAll(ChallengeDrift.between(challenges, other.challenges));
        }
    }

    private void body(Facts other, List<Drift> found, Set<DriftKind> notKept) {
        add(found, DriftKind.BODY, "media type", mediaType, other.mediaType, notKept);
        if (body == null || other.body == null) {
            notKept.add(DriftKind.BODY);
            return;
        }
        add(found, DriftKind.ERROR_CODE, "code in the body", body.codes(), other.body.codes(), notKept);
        if (!body.isSame(other.body)) {
            found.add(new Drift(DriftKind.BODY, "content", body.unlike(other.body), other.body.unlike(body)));
        }
        add(found, DriftKind.ANSWERED_BY, "shape of the body", body.shape(), other.body.shape(), notKept);
    }

    private static void add(
            List<Drift> found,
            DriftKind kind,
            String what,
            @Nullable String first,
            @Nullable String second,
            Set<DriftKind> notKept) {
        if (first == null || second == null) {
            notKept.add(kind);
        } else if (!first.equals(second)) {
            found.add(new Drift(kind, what, orNone(first), orNone(second)));
        }
    }

    private static String orNone(String text) {
        return text.isEmpty() ? NONE : VisibleText.lines(text);
    }
}
