package dev.releaseledger.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/** The repository of a small shop whose schema grows from v1 to v5, one tagged commit each. */
final class SampleRepository {
  private static final PersonIdent AUTHOR = new PersonIdent("Ada", "ada@shop.example");
  private static final List<Version> VERSIONS =
      List.of(
          new Version("v1", "Customers and their orders", "10_customers.sql", "20_orders.sql"),
          new Version("v2", "Orders carry a note and are found by customer", "20_orders.sql"),
          new Version("v3", "Nobody sends a fax any more", "10_customers.sql"),
          new Version("v4", "Orders are paid", "30_payments.sql"),
          new Version("v5", "See at a glance what is not paid yet", "40_unpaid_orders.sql"));

  private SampleRepository() {}

  static void createIn(Path folder) {
    try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
      for (Version version : VERSIONS) {
        version.commitTo(git, folder);
      }
    } catch (GitAPIException | IOException e) {
      throw new Deviation("the sample repository could not be made", e);
    }
  }

  private record Version(String tag, String message, List<String> files) {

    Version(String tag, String message, String... files) {
      this(tag, message, List.of(files));
    }

    void commitTo(Git git, Path folder) throws IOException, GitAPIException {
      Path schema = Files.createDirectories(folder.resolve("schema"));
      for (String file : files) {
        try (InputStream sql =
            Objects.requireNonNull(
                SampleRepository.class.getResourceAsStream("shop/" + tag + "/" + file))) {
          Files.write(schema.resolve(file), sql.readAllBytes());
        }
      }
      Object unused = git.add().addFilepattern("schema").call();
      // The reader's own git settings must neither sign nor check the sample's commits.
      unused =
          git.commit()
              .setMessage(message)
              .setAuthor(AUTHOR)
              .setCommitter(AUTHOR)
              .setSign(false)
              .setNoVerify(true)
              .call();
      unused = git.tag().setName(tag).setAnnotated(false).setSigned(false).call();
    }
  }
}
