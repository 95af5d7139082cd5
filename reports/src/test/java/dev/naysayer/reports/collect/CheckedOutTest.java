package dev.naysayer.reports.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckedOutTest {

    private static final String COMMIT = "1a2b3c4d5e6f708192a3b4c5d6e7f80912345678";
    private static final String OTHER = "ffffffffffffffffffffffffffffffffffffffff";

    @TempDir
    private Path folder;

    @Test
    void a_build_server_knows_better_than_the_folder() throws IOException {
        git(folder.resolve(".git"), "ref: refs/heads/main", OTHER);

        assertThat(CheckedOut.of(
                        Map.of("GITHUB_SHA", COMMIT, "GITHUB_REF_NAME", "7/merge", "GITHUB_HEAD_REF", "fix"), folder))
                .isEqualTo(new CheckedOut(COMMIT, "fix"));
        assertThat(CheckedOut.of(Map.of("CI_COMMIT_SHA", COMMIT, "CI_COMMIT_REF_NAME", "main"), folder))
                .isEqualTo(new CheckedOut(COMMIT, "main"));
        assertThat(CheckedOut.of(Map.of("BUILD_SOURCEVERSION", COMMIT, "BUILD_SOURCEBRANCH", "refs/heads/a/b"), folder))
                .isEqualTo(new CheckedOut(COMMIT, "a/b"));
    }

    @Test
    void what_has_not_the_form_of_a_commit_is_not_taken_for_one() throws IOException {
        git(folder.resolve(".git"), "ref: refs/heads/main", COMMIT);

        assertThat(CheckedOut.of(Map.of("GIT_COMMIT", "<script>", "GIT_BRANCH", "x"), folder))
                .isEqualTo(new CheckedOut(COMMIT, "main"));
    }

    @Test
    void without_a_build_server_the_folder_tells_also_from_further_below() throws IOException {
        git(folder.resolve(".git"), "ref: refs/heads/feature/x", COMMIT);
        Path module = Files.createDirectories(folder.resolve("orders/target"));

        assertThat(CheckedOut.of(Map.of(), module)).isEqualTo(new CheckedOut(COMMIT, "feature/x"));
    }

    @Test
    void a_branch_without_a_file_of_its_own_is_looked_up_where_all_are_packed() throws IOException {
        git(folder.resolve(".git"), "ref: refs/heads/main", null);
        Files.writeString(
                folder.resolve(".git/packed-refs"),
                "# pack-refs with: peeled\n%s refs/heads/other-main\n%s refs/heads/main\n".formatted(OTHER, COMMIT));

        assertThat(CheckedOut.of(Map.of(), folder)).isEqualTo(new CheckedOut(COMMIT, "main"));
    }

    @Test
    void a_worktree_leads_to_where_its_head_and_its_branches_lie() throws IOException {
        Path main = folder.resolve("main/.git");
        git(main, "ref: refs/heads/main", OTHER);
        Files.writeString(main.resolve("refs/heads/fix"), COMMIT + "\n");
        Path own = Files.createDirectories(main.resolve("worktrees/fix"));
        Files.writeString(own.resolve("HEAD"), "ref: refs/heads/fix\n");
        Files.writeString(own.resolve("commondir"), "../..\n");
        Path tree = Files.createDirectories(folder.resolve("fix"));
        Files.writeString(tree.resolve(".git"), "gitdir: %s\n".formatted(own));

        assertThat(CheckedOut.of(Map.of(), tree)).isEqualTo(new CheckedOut(COMMIT, "fix"));
    }

    @Test
    void a_commit_that_is_of_no_branch_is_told_alone_and_nothing_is_made_up() throws IOException {
        git(folder.resolve(".git"), COMMIT, null);
        assertThat(CheckedOut.of(Map.of(), folder)).isEqualTo(new CheckedOut(COMMIT, null));

        Files.writeString(folder.resolve(".git/HEAD"), "something else\n");
        assertThat(CheckedOut.of(Map.of(), folder)).isEqualTo(CheckedOut.NOTHING);

        Files.write(folder.resolve(".git/HEAD"), new byte[] {(byte) 0xff, 0, 10});
        assertThat(CheckedOut.of(Map.of(), folder)).isEqualTo(CheckedOut.NOTHING);
    }

    private static void git(Path git, String head, @Nullable String commit) throws IOException {
        Files.createDirectories(git.resolve("refs/heads/feature"));
        Files.writeString(git.resolve("HEAD"), head + "\n");
        if (commit != null) {
            Files.writeString(git.resolve(head.substring("ref: ".length())), commit + "\n");
        }
    }
}
