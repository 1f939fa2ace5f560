package dev.releaseledger.app.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.releaseledger.app.port.Commit;
import dev.releaseledger.app.port.SqlFile;
import dev.releaseledger.app.refusal.GitRefusal.AmbiguousRef;
import dev.releaseledger.app.refusal.GitRefusal.EmptyDeclaration;
import dev.releaseledger.app.refusal.GitRefusal.UnknownRef;
import dev.releaseledger.app.refusal.GitRefusal.UnreachableRepository;
import dev.releaseledger.app.refusal.GitRefusal.UnreadableFile;
import dev.releaseledger.app.settings.TestSettings;
import dev.releaseledger.domain.policy.Refusal;
import dev.releaseledger.domain.policy.Refused;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JGitRepositoriesTest {

  @TempDir private Path folder;
  private Remote remote;
  private JGitRepositories repositories;
  private RevCommit first;
  private RevCommit second;

  @BeforeEach
  void commitTwice() throws Exception {
    remote = Remote.in(Files.createDirectory(folder.resolve("shop")));
    first = remote.commit("schema/10_customers.sql", "create table customers ();");
    second = remote.commit("schema/20_orders.sql", "create table orders ();");
    repositories =
        new JGitRepositories(new Mirrors(TestSettings.with(folder.resolve("data"), Map.of())));
  }

  @AfterEach
  void close() {
    remote.close();
  }

  private String resolved(String ref) {
    return repositories.resolve(remote.path(), ref).sha();
  }

  private static void assertRefused(ThrowingCallable call, Class<? extends Refusal> reason) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal()).isInstanceOf(reason));
  }

  @Test
  void a_seed_is_beside_the_declaration_and_no_part_of_it() throws Exception {
    RevCommit third = remote.commit("schema/rows/a.seed.sql", "insert into orders default values;");
    Commit commit = repositories.resolve(remote.path(), third.name());
    assertThat(repositories.declaration(remote.path(), commit, "schema"))
        .extracting(SqlFile::path)
        .containsExactly("schema/10_customers.sql", "schema/20_orders.sql");
    assertThat(repositories.seed(remote.path(), third.name(), "schema"))
        .containsExactly(
            new SqlFile("schema/rows/a.seed.sql", "insert into orders default values;"));
    assertThat(repositories.seed(remote.path(), second.name(), "schema")).isEmpty();
    assertThat(repositories.seed(remote.path(), "0123456789".repeat(4), "schema")).isEmpty();
  }

  @Test
  void a_branch_is_the_commit_it_is_at() {
    assertThat(resolved("main")).isEqualTo(second.name());
  }

  @Test
  void a_commit_has_its_time_and_its_subject() {
    assertThat(repositories.resolve(remote.path(), "main"))
        .isEqualTo(new Commit(second.name(), Remote.COMMITTED, "schema: schema/20_orders.sql"));
  }

  @Test
  void a_branch_may_have_slashes() throws Exception {
    remote.git().branchCreate().setName("feature/fax").setStartPoint(first).call();

    assertThat(resolved("feature/fax")).isEqualTo(first.name());
  }

  @Test
  void a_tag_is_the_commit_it_names() throws Exception {
    remote.git().tag().setName("v1").setObjectId(first).setAnnotated(false).call();

    assertThat(resolved("v1")).isEqualTo(first.name());
  }

  @Test
  void an_annotated_tag_is_the_commit_and_not_the_tag_object() throws Exception {
    remote
        .git()
        .tag()
        .setName("v2")
        .setObjectId(first)
        .setAnnotated(true)
        .setMessage("two")
        .setSigned(false)
        .call();

    assertThat(resolved("v2")).isEqualTo(first.name());
  }

  @Test
  void a_full_commit_id_is_itself() {
    assertThat(resolved(first.name())).isEqualTo(first.name());
  }

  @Test
  void a_short_commit_id_is_completed() {
    assertThat(resolved(first.name().substring(0, 10))).isEqualTo(first.name());
  }

  @Test
  void a_full_ref_name_and_head_are_understood() {
    assertThat(resolved("refs/heads/main")).isEqualTo(second.name());
    assertThat(resolved("HEAD")).isEqualTo(second.name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mian",
        "",
        "v9",
        "main~1",
        "deadbeef",
        "deadbeefdeadbeefdeadbeefdeadbeefdeadbeef",
        "refs/heads/none",
        "../main",
        "a b"
      })
  void what_git_does_not_know_is_an_unknown_ref(String ref) {
    assertRefused(() -> resolved(ref), UnknownRef.class);
  }

  @Test
  void an_id_of_a_file_is_no_commit() throws Exception {
    String tree = second.getTree().name();

    assertRefused(() -> resolved(tree), UnknownRef.class);
  }

  @Test
  void a_tag_of_something_else_than_a_commit_is_an_unknown_ref() throws Exception {
    var update = remote.git().getRepository().updateRef("refs/tags/odd");
    update.setNewObjectId(second.getTree());
    assertThat(update.update()).isNotNull();

    assertRefused(() -> resolved("odd"), UnknownRef.class);
  }

  @Test
  void a_branch_and_a_tag_of_one_name_at_two_commits_are_ambiguous() throws Exception {
    remote.git().branchCreate().setName("both").setStartPoint(first).call();
    remote.git().tag().setName("both").setObjectId(second).setAnnotated(false).call();

    assertThatThrownBy(() -> resolved("both"))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.refusal())
                    .isEqualTo(
                        new AmbiguousRef(
                            "both",
                            List.of(
                                "refs/heads/both at " + first.name(),
                                "refs/tags/both at " + second.name()))));
    assertThat(resolved("refs/tags/both")).isEqualTo(second.name());
  }

  @Test
  void a_branch_and_a_tag_of_one_name_at_one_commit_are_one_thing() throws Exception {
    remote.git().branchCreate().setName("both").setStartPoint(first).call();
    remote.git().tag().setName("both").setObjectId(first).setAnnotated(false).call();

    assertThat(resolved("both")).isEqualTo(first.name());
  }

  @Test
  void a_short_id_of_two_commits_is_ambiguous() throws Exception {
    String shared = fourDigitsOfTwoCommits();

    assertRefused(() -> resolved(shared), AmbiguousRef.class);
  }

  @Test
  void the_declaration_is_what_was_committed_in_path_order() throws Exception {
    remote.commit("schema/05_types/a.sql", "create type a as enum ();");
    remote.commit("schema/README.md", "not SQL");
    remote.commit("other/x.sql", "select 1;");
    Commit commit = repositories.resolve(remote.path(), "main");

    assertThat(repositories.declaration(remote.path(), commit, "schema"))
        .containsExactly(
            new SqlFile("schema/05_types/a.sql", "create type a as enum ();"),
            new SqlFile("schema/10_customers.sql", "create table customers ();"),
            new SqlFile("schema/20_orders.sql", "create table orders ();"));
  }

  @Test
  void an_older_commit_has_the_older_declaration() {
    Commit commit = repositories.resolve(remote.path(), first.name());

    assertThat(repositories.declaration(remote.path(), commit, "schema"))
        .extracting(SqlFile::path)
        .containsExactly("schema/10_customers.sql");
  }

  @Test
  void what_is_not_committed_is_not_declared() throws Exception {
    Files.writeString(remote.folder().resolve("schema/30_draft.sql"), "drop table customers;");
    Commit commit = repositories.resolve(remote.path(), "main");

    assertThat(repositories.declaration(remote.path(), commit, "schema")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"schema", "schema/", "./schema", "/schema/"})
  void a_folder_may_be_written_in_several_ways(String written) {
    Commit commit = repositories.resolve(remote.path(), "main");

    assertThat(repositories.declaration(remote.path(), commit, written)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "/"})
  void the_whole_repository_may_be_the_folder(String written) {
    Commit commit = repositories.resolve(remote.path(), "main");

    assertThat(repositories.declaration(remote.path(), commit, written)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"schem", "none", "schema/none"})
  void a_folder_without_sql_is_refused(String written) {
    Commit commit = repositories.resolve(remote.path(), "main");

    assertRefused(
        () -> repositories.declaration(remote.path(), commit, written), EmptyDeclaration.class);
  }

  @Test
  void a_file_that_is_not_utf8_is_refused_by_name() throws Exception {
    remote.commit("schema/30_latin.sql", "-- größer".getBytes(StandardCharsets.ISO_8859_1));
    Commit commit = repositories.resolve(remote.path(), "main");

    assertThatThrownBy(() -> repositories.declaration(remote.path(), commit, "schema"))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.refusal())
                    .isEqualTo(new UnreadableFile("schema/30_latin.sql", "it is not UTF-8")));
  }

  @Test
  void one_file_of_a_folder_is_read_as_it_is_at_a_commit() throws Exception {
    Commit before = repositories.resolve(remote.path(), "main");
    remote.commit("schema/standards.yaml", "preset: none");
    remote.commit("schema/deep/other.yaml", "preset: alembic");
    Commit commit = repositories.resolve(remote.path(), "main");

    assertThat(repositories.file(remote.path(), commit, "./schema/", "standards.yaml"))
        .contains(new SqlFile("schema/standards.yaml", "preset: none"));
    assertThat(repositories.file(remote.path(), commit, "", "standards.yaml")).isEmpty();
    assertThat(repositories.file(remote.path(), commit, "schema", "other.yaml")).isEmpty();
    assertThat(repositories.file(remote.path(), commit, "schema", "deep")).isEmpty();
    assertThat(repositories.file(remote.path(), before, "schema", "standards.yaml")).isEmpty();
    assertThat(repositories.declaration(remote.path(), commit, "schema")).hasSize(2);
  }

  @Test
  void a_bare_repository_is_read_where_it_is() throws Exception {
    String bare = remote.bareIn(folder.resolve("bare.git")).toString();
    Commit commit = repositories.resolve(bare, "main");

    assertThat(commit.sha()).isEqualTo(second.name());
    assertThat(repositories.declaration(bare, commit, "schema")).hasSize(2);
  }

  @Test
  void a_url_is_read_through_a_mirror() {
    String url = remote.folder().toUri().toString();
    Commit commit = repositories.resolve(url, "main");

    assertThat(commit.sha()).isEqualTo(second.name());
    assertThat(repositories.declaration(url, commit, "schema")).hasSize(2);
  }

  @Test
  void a_mirror_follows_its_source() throws Exception {
    String url = remote.folder().toUri().toString();
    Commit before = repositories.resolve(url, "main");
    RevCommit third = remote.commit("schema/30_more.sql", "create table more ();");

    assertThat(repositories.resolve(url, "main").sha()).isEqualTo(third.name());
    assertThat(repositories.declaration(url, before, "schema")).hasSize(2);
  }

  @Test
  void a_branch_deleted_at_the_source_is_unknown_in_the_mirror() throws Exception {
    String url = remote.folder().toUri().toString();
    remote.git().branchCreate().setName("gone").setStartPoint(first).call();
    repositories.requireReachable(url);
    remote.git().branchDelete().setBranchNames("gone").setForce(true).call();

    assertRefused(() -> repositories.resolve(url, "gone"), UnknownRef.class);
  }

  @Test
  void a_folder_that_is_not_there_is_unreachable() {
    assertRefused(
        () -> repositories.requireReachable(folder.resolve("none").toString()),
        UnreachableRepository.class);
  }

  @Test
  void a_folder_without_git_is_unreachable() {
    assertRefused(
        () -> repositories.requireReachable(folder.toString()), UnreachableRepository.class);
  }

  @Test
  void a_url_without_a_repository_is_unreachable() {
    String url = folder.resolve("none").toUri().toString();

    assertRefused(() -> repositories.requireReachable(url), UnreachableRepository.class);
  }

  @Test
  void what_can_be_read_is_reachable() {
    repositories.requireReachable(remote.path());

    assertThat(folder.resolve("data")).doesNotExist();
  }

  private String fourDigitsOfTwoCommits() throws Exception {
    Map<String, ObjectId> seen = new HashMap<>();
    try (ObjectInserter inserter = remote.git().getRepository().newObjectInserter()) {
      for (int i = 0; ; i++) {
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(first.getTree());
        commit.setAuthor(first.getAuthorIdent());
        commit.setCommitter(first.getCommitterIdent());
        commit.setMessage("commit " + i);
        ObjectId id = inserter.insert(commit);
        String start = id.name().substring(0, 4);
        if (seen.put(start, id) != null) {
          inserter.flush();
          return start;
        }
      }
    }
  }
}
