package dev.releaseledger.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleRepositoryTest {

  @Test
  void has_a_tagged_commit_for_each_version(@TempDir Path folder) throws Exception {
    SampleRepository.createIn(folder);

    try (Git git = Git.open(folder.toFile())) {
      List<RevCommit> commits =
          StreamSupport.stream(git.log().call().spliterator(), false).toList();
      assertThat(commits).hasSize(5);
      assertThat(git.tagList().call())
          .extracting(Ref::getName)
          .extracting(Repository::shortenRefName)
          .containsExactly("v1", "v2", "v3", "v4", "v5");
      assertThat(git.status().call().isClean()).isTrue();
    }
  }
}
