package dev.naysayer.reports.collect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which commit and branch a run is of, as the build server says it, else as it stands below {@code .git}.
 *
 * <p>No program is run for it: it may not be there, wait for somebody, or be another one.
 *
 * @param commit null where it is not known
 * @param branch null where it is not known
 */
record CheckedOut(@Nullable String commit, @Nullable String branch) {

    /** GitHub, GitLab, Jenkins, Azure, Bitbucket, CircleCI, Buildkite, Travis. */
    private static final List<String> COMMITS = List.of(
            "GITHUB_SHA",
            "CI_COMMIT_SHA",
            "GIT_COMMIT",
            "BUILD_SOURCEVERSION",
            "BITBUCKET_COMMIT",
            "CIRCLE_SHA1",
            "BUILDKITE_COMMIT",
            "TRAVIS_COMMIT");

    /** Of a pull request the branch that it is of, before the one that a server makes for it. */
    private static final List<String> BRANCHES = List.of(
            "GITHUB_HEAD_REF",
            "GITHUB_REF_NAME",
            "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME",
            "CI_COMMIT_REF_NAME",
            "CHANGE_BRANCH",
            "GIT_BRANCH",
            "SYSTEM_PULLREQUEST_SOURCEBRANCH",
            "BUILD_SOURCEBRANCH",
            "BITBUCKET_BRANCH",
            "CIRCLE_BRANCH",
            "BUILDKITE_BRANCH",
            "TRAVIS_PULL_REQUEST_BRANCH",
            "TRAVIS_BRANCH");

    private static final Pattern COMMIT = Pattern.compile("[0-9a-fA-F]{7,64}");
    private static final Pattern BRANCH = Pattern.compile("[^\\p{Cntrl} ]{1,200}");
    private static final String HEADS = "refs/heads/";

    /** Nothing is known. */
    static final CheckedOut NOTHING = new CheckedOut(null, null);

    /**
     * What is known where a run takes place.
     *
     * @param directory in which it does
     */
    static CheckedOut of(Map<String, String> environment, Path directory) {
        String commit = first(COMMITS, environment, COMMIT);
        if (commit != null) {
            String branch = first(BRANCHES, environment, BRANCH);
            return new CheckedOut(commit, branch == null ? null : shortened(branch));
        }
        try {
            return inGit(directory.toAbsolutePath());
        } catch (IOException | RuntimeException e) {
            // A report is worth more than this.
            return NOTHING;
        }
    }

    private static @Nullable String first(List<String> names, Map<String, String> environment, Pattern form) {
        return names.stream()
                .map(environment::get)
                .filter(Objects::nonNull)
                .filter(it -> form.matcher(it).matches())
                .findFirst()
                .orElse(null);
    }

    private static CheckedOut inGit(Path directory) throws IOException {
        for (Path at = directory; at != null; at = at.getParent()) {
            Path git = at.resolve(".git");
            if (Files.isDirectory(git)) {
                return head(git);
            }
            if (Files.isRegularFile(git)) {
                // A worktree or a submodule: the folder lies elsewhere.
                String leads = line(git).orElse("");
                return head(at.resolve(leads.replaceFirst("^gitdir: *", "")).normalize());
            }
        }
        return NOTHING;
    }

    private static CheckedOut head(Path git) throws IOException {
        String head = line(git.resolve("HEAD")).orElse("");
        if (!head.startsWith("ref: ")) {
            return new CheckedOut(COMMIT.matcher(head).matches() ? head : null, null);
        }
        String ref = head.substring("ref: ".length());
        Path common = line(git.resolve("commondir"))
                .map(it -> git.resolve(it).normalize())
                .orElse(git);
        Optional<String> commit = Stream.of(line(git.resolve(ref)), line(common.resolve(ref)), packed(common, ref))
                .flatMap(Optional::stream)
                .filter(it -> COMMIT.matcher(it).matches())
                .findFirst();
        return new CheckedOut(commit.orElse(null), BRANCH.matcher(ref).matches() ? shortened(ref) : null);
    }

    private static Optional<String> packed(Path git, String ref) throws IOException {
        Path packed = git.resolve("packed-refs");
        if (!Files.isRegularFile(packed)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(packed)) {
            return lines.filter(it -> it.endsWith(" " + ref))
                    .map(it -> it.substring(0, it.indexOf(' ')))
                    .findFirst();
        }
    }

    private static Optional<String> line(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().map(String::strip);
        }
    }

    private static String shortened(String branch) {
        return branch.startsWith(HEADS) ? branch.substring(HEADS.length()) : branch;
    }
}
