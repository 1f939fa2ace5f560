package dev.releaseledger.app.applying;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/**
 * A repository with the tags v1, v2 and v3. From v1 to v2 it is seven statements in four stages
 * where orders has a row, six in two where it has none, and each of them fails when it is executed
 * twice; from v1 to v3 a partition is detached.
 */
final class GrowingSchema {

  static final int WITH_A_ROW = 7;
  static final int WITHOUT_ROWS = 6;
  static final int DETACHING = 2;

  private static final PersonIdent AUTHOR = new PersonIdent("Ada", "ada@shop.example");
  private static final String V1 =
      """
      create type mood as enum ('sad');
      create table orders (id int not null, mood mood);
      create table days (day int) partition by list (day);
      create table day_1 partition of days for values in (1);
      """;
  private static final String V2 =
      """
      create type mood as enum ('sad', 'so-so', 'glad');
      create table orders (id int not null, mood mood, note text, constraint pk primary key (id));
      create index by_mood on orders (mood);
      create table payments (id int);
      create table days (day int) partition by list (day);
      create table day_1 partition of days for values in (1);
      """;
  private static final String V3 =
      """
      create type mood as enum ('sad');
      create table orders (id int not null, mood mood);
      create table days (day int) partition by list (day);
      create table day_1 (day int);
      """;

  private GrowingSchema() {}

  static Path createIn(Path folder) throws IOException, GitAPIException {
    try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
      commit(git, folder, "v1", V1);
      commit(git, folder, "v2", V2);
      commit(git, folder, "v3", V3);
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
