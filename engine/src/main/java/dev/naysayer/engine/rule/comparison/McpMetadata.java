package dev.naysayer.engine.rule.comparison;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.Level.SHOULD;
import static dev.naysayer.engine.standard.SpecReference.mcp;

import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.SpecReference;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What the Model Context Protocol asks of a server's metadata beyond RFC 9728. */
@SuppressWarnings("ImmutableEnumChecker") // words never change
enum McpMetadata implements OfMetadata {
    METADATA_FOUND(
            rule("metadata-found", MUST, Words.DISCOVERY, MetadataSearch.MCP)
                    .summary("A client finds the server's metadata: by the challenge, or at a well-known URI")
                    .why("Nobody can log in whom no person has told where.")
                    .clients(
                            "They look at both well-known URIs, find nothing, and report that the server offers no login.")
                    .fix(
                            "Name the metadata in the challenge, or serve them at /.well-known/oauth-protected-resource before the server's path.")) {
        @Override
        public Verdict judge(List<Answer> answers) {
            if (MetadataSearch.isNamed(answers) || MetadataSearch.found(answers).isPresent()) {
                return Verdict.passed();
            }
            List<Answer> asked = MetadataSearch.asked(answers).toList();
            return asked.isEmpty()
                    ? Verdict.notApplicable(MetadataSearch.silence(answers))
                    : Verdict.violated(
                            "resource_metadata in the challenge, or a document at a well-known URI",
                            asked.stream()
                                    .map(it -> "%d from %s"
                                            .formatted(
                                                    it.status(),
                                                    it.evidence().target().uri()))
                                    .collect(Collectors.joining(", ", "no resource_metadata; ", "")));
        }
    },
    METADATA_NAMES_CALLED_URL(rule(
                    "metadata-names-called-url", MUST, SpecReference.rfc(9728, "3.3"), MetadataSearch.MCP)
            .summary("The metadata names the very URL at which the server was called")
            .why("A token for another resource opens more than this server, or does not open it at all.")
            .clients("They must not use the document; those that do ask for a token for another resource.")
            .fix("Set resource to the URL at which clients call the server, with its path, letter for letter.")) {
        @Override
        public Verdict judge(List<Answer> answers) {
            String called = MetadataSearch.called(answers).orElse(null);
            Answer metadata = MetadataSearch.document(answers).orElse(null);
            String resource = metadata == null ? null : MetadataSearch.text(metadata, "resource");
            if (called == null || metadata == null || resource == null) {
                return Verdict.notApplicable("no metadata was found that names a resource");
            }
            String origin = MetadataSearch.origin(called);
            if (!MetadataSearch.origin(resource).equals(origin)) {
                return Verdict.notApplicable("the metadata names a resource at another origin");
            }
            if (!(ResourceMetadata.METADATA_AT_WELL_KNOWN_URI.judge(metadata) instanceof Verdict.Passed)) {
                return Verdict.notApplicable("the metadata does not lie where that of its resource should");
            }
            // Where no challenge led there, what lies at the root is the origin's own, and MCP lets it be the server's.
            Set<String> right = !MetadataSearch.isNamed(answers) && MetadataSearch.mayLieAtRoot(metadata)
                    ? Set.of(called, origin, origin + "/")
                    : Set.of(called);
            return right.contains(resource) ? Verdict.passed() : Verdict.violated(called, resource);
        }
    },
    METADATA_NAMES_AUTHORIZATION_SERVER(rule(
                    "metadata-names-authorization-server",
                    MUST,
                    mcp("2025-11-25", "basic/authorization", "Authorization Server Location"),
                    MetadataSearch.MCP)
            .summary("The metadata names an authorization server")
            .why("A user cannot log in: nothing says who gives tokens for the server.")
            .clients("They have found the document and do not know whom to ask for a token.")
            .fix("Add authorization_servers, with the issuer of at least one server that gives tokens for this one.")) {
        @Override
        public Verdict judge(List<Answer> answers) {
            return MetadataSearch.document(answers)
                    .map(McpMetadata::servers)
                    .orElseGet(() -> Verdict.notApplicable(MetadataSearch.silence(answers)));
        }
    },
    METADATA_WITHOUT_OFFLINE_ACCESS(rule(
                    "metadata-without-offline-access",
                    SHOULD,
                    mcp("2026-07-28", "basic/authorization", "Refresh Tokens"),
                    "mcp-2026-07-28")
            .summary("The metadata does not offer offline_access as a scope")
            .why("Users are asked to let every client stay logged in, also one that is used once.")
            .clients("They ask for all scopes that are offered, and so for a refresh token that they do not need.")
            .fix("Take offline_access out of scopes_supported; clients add it by themselves.")) {
        @Override
        public Verdict judge(List<Answer> answers) {
            Answer metadata = MetadataSearch.document(answers).orElse(null);
            JsonNode scopes = metadata == null ? null : MetadataSearch.member(metadata, "scopes_supported");
            if (scopes == null) {
                return Verdict.notApplicable("no metadata was found that names scopes");
            }
            return scopes.valueStream().noneMatch(it -> it.asString("").equals("offline_access"))
                    ? Verdict.passed()
                    : Verdict.violated("scopes_supported without offline_access", scopes.toString());
        }
    };

    private static final class Words {

        private static final SpecReference DISCOVERY =
                mcp("2025-11-25", "basic/authorization", "Protected Resource Metadata Discovery Requirements");
    }

    private final RuleInfo info;

    McpMetadata(RuleInfo info) {
        this.info = info;
    }

    @Override
    public RuleInfo info() {
        return info;
    }

    private static Verdict servers(Answer metadata) {
        JsonNode servers = MetadataSearch.member(metadata, "authorization_servers");
        boolean named = servers != null
                && servers.isArray()
                && servers.valueStream().anyMatch(it -> !it.asString("").isEmpty());
        return named
                ? Verdict.passed()
                : Verdict.violated(
                        "authorization_servers with at least one",
                        servers == null ? "no authorization_servers" : servers.toString());
    }
}
