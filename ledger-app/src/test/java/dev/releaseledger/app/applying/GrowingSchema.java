package dev.releaseledger.app.applying;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/**
 * A repository with the tags v1 and v2. From one to the other it is seven statements in four stages
 * where orders has a row, six in two where it has none, and each of them fails when it is executed
 * twice.
 */
final class GrowingSchema {

  static final int WITH_A_ROW = 7;
  static final int WITHOUT_ROWS = 6;

  private static final PersonIdent AUTHOR = new PersonIdent("Ada", "ada@shop.example");
  private static final String V1 =
      """
      create type mood as enum ('sad');
      create table orders (id int not null, mood mood);
      """;
  private static final String V2 =
      """
      create type mood as enum ('sad', 'so-so', 'glad');
      create table orders (id int not null, mood mood, note text, constraint pk primary key (id));
      create index by_mood on orders (mood);
      create table payments (id int);
      """;

  private GrowingSchema() {}

  static Path createIn(Path folder) throws IOException, GitAPIException {
    try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
      commit(git, folder, "v1", V1);
      commit(git, folder, "v2", V2);
    }
    return folder;
  }

  private static void commit(Git git, Path folder, String tag, String sql)
      throws IOException, GitAPIException {
    Path file = Files.createDirectories(folder.resolve("schema")).resolve("schema.sql");
    Files.writeString(file, sql);
    Object _ = git.add().addFilepattern(".").call();
    Object _ =
        git.commit()
            .setMessage(tag)
            .setAuthor(AUTHOR)
            .setCommitter(AUTHOR)
            .setSign(false)
            .setNoVerify(true)
            .call();
    Object _ = git.tag().setName(tag).setAnnotated(false).setSigned(false).call();
  }
}
