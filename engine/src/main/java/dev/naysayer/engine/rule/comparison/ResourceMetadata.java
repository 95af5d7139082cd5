package dev.naysayer.engine.rule.comparison;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.MUST;

import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.SpecReference;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the document that a challenge leads to has to say (RFC 9728). One probe fetches it; only where it lies at the API's own
 * origin, since nobody allowed requests to another host.
 */
@SuppressWarnings("ImmutableEnumChecker") // words never change
enum ResourceMetadata implements OfMetadata {
    METADATA_SERVED(rule("metadata-served", MUST, SpecReference.rfc(9728, "3.2"), Words.PROFILE)
            .summary("The metadata that a challenge names is JSON, for everybody")
            .why("A client that has no token yet cannot read where to get one.")
            .clients("They stop: the only hint that the refusal gave leads nowhere.")
            .fix("Serve the document with 200 and application/json, before any check of credentials.")) {
        @Override
        Verdict judge(Answer metadata) {
            String mediaType = metadata.evidence().body().mediaType();
            return metadata.status() == 200
                            && "application/json".equals(mediaType)
                            && metadata.evidence().body().object() != null
                    ? Verdict.passed()
                    : Verdict.violated(
                            "200, application/json with an object",
                            "%d, %s".formatted(metadata.status(), mediaType == null ? "no Content-Type" : mediaType));
        }
    },
    METADATA_AT_WELL_KNOWN_URI(rule("metadata-at-well-known-uri", MUST, SpecReference.rfc(9728, "3.1"), Words.PROFILE)
            .summary("The metadata lies at the well-known URI of its resource")
            .why("A client checks that the document is the resource's own, and cannot for one that lies elsewhere.")
            .clients("Those that know the resource look at the well-known URI, and find nothing.")
            .fix("Put /.well-known/oauth-protected-resource between the host and the path of the resource.")) {
        @Override
        Verdict judge(Answer metadata) {
            URI resource = uri(metadata, "resource");
            if (resource == null) {
                return Verdict.notApplicable(Words.NO_RESOURCE);
            }
            String path = "/".equals(resource.getRawPath()) ? "" : resource.getRawPath();
            String expected = "%s://%s/.well-known/oauth-protected-resource%s"
                    .formatted(resource.getScheme(), resource.getRawAuthority(), path);
            String actual = metadata.evidence().target().uri();
            return actual.equals(expected) || MetadataSearch.mayLieAtRoot(metadata)
                    ? Verdict.passed()
                    : Verdict.violated(expected, actual);
        }
    },
    METADATA_NAMES_RESOURCE(rule("metadata-names-resource", MUST, SpecReference.rfc(9728, "3.3"), Words.PROFILE)
            .summary("The metadata names the resource that was asked for")
            .why(
                    "A document that names another resource may be an attacker's, and sends tokens where they do not belong.")
            .clients("They must not use the document, and so get no token.")
            .fix("Set resource to the API's own URL, as clients see it.")) {
        @Override
        Verdict judge(Answer metadata) {
            String resource = MetadataSearch.text(metadata, "resource");
            String asked = MetadataSearch.origin(metadata.evidence().target().uri());
            return resource != null && MetadataSearch.origin(resource).equals(asked)
                    ? Verdict.passed()
                    : Verdict.violated("a resource at " + asked, resource == null ? "no resource" : resource);
        }
    },
    METADATA_WITHOUT_EMPTY_LISTS(
            rule("metadata-without-empty-lists", MUST, SpecReference.rfc(9728, "3.2"), Words.PROFILE)
                    .summary("A list of the metadata that has no members is left out")
                    .why("Nobody can tell a list that nobody filled from one that says 'none at all'.")
                    .clients("Some ask for no scope at all and are refused again, some fail on the empty list.")
                    .fix("Leave out what has no values.")) {
        @Override
        Verdict judge(Answer metadata) {
            JsonNode object = metadata.evidence().body().object();
            List<String> empty = object == null
                    ? List.of()
                    : object.propertyNames().stream()
                            // Section 2 gives this one a meaning: no method at all.
                            .filter(name -> !name.equals("bearer_methods_supported"))
                            .filter(name -> object.get(name).isArray()
                                    && object.get(name).isEmpty())
                            .toList();
            return empty.isEmpty()
                    ? Verdict.passed()
                    : Verdict.violated("no empty lists", String.join(", ", empty) + " with none");
        }
    },
    METADATA_SIGNED_FOR_REAL(rule("metadata-signed-for-real", MUST, SpecReference.rfc(9728, "2"), Words.PROFILE)
            .summary("The metadata offers no unsigned answers, and its keys come over TLS")
            .why("Whoever sits in between can take the signature off, or exchange the keys.")
            .clients("They take an answer for the resource's own that anybody could have written.")
            .fix("Leave none out of resource_signing_alg_values_supported, and give jwks_uri as https.")) {
        @Override
        Verdict judge(Answer metadata) {
            JsonNode algorithms = MetadataSearch.member(metadata, "resource_signing_alg_values_supported");
            if (algorithms != null && algorithms.valueStream().anyMatch(it -> "none".equals(it.asString("")))) {
                return Verdict.violated("signing algorithms without none", algorithms.toString());
            }
            String keys = MetadataSearch.text(metadata, "jwks_uri");
            return keys == null || keys.startsWith("https://")
                    ? Verdict.passed()
                    : Verdict.violated("jwks_uri with https", keys);
        }
    };

    private static final class Words {

        private static final String PROFILE = "rfc9728";
        private static final String NO_RESOURCE = "the metadata names no resource";
    }

    private final RuleInfo info;

    ResourceMetadata(RuleInfo info) {
        this.info = info;
    }

    /** What the rule says of the document. */
    abstract Verdict judge(Answer metadata);

    @Override
    public RuleInfo info() {
        return info;
    }

    @Override
    public Verdict judge(List<Answer> answers) {
        return (this == METADATA_SERVED ? MetadataSearch.found(answers) : MetadataSearch.document(answers))
                .map(this::judge)
                .orElseGet(() -> Verdict.notApplicable(MetadataSearch.silence(answers)));
    }

    private static @Nullable URI uri(Answer metadata, String member) {
        String text = MetadataSearch.text(metadata, member);
        try {
            URI uri = text == null ? null : URI.create(text);
            return uri == null || uri.getRawAuthority() == null ? null : uri;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
