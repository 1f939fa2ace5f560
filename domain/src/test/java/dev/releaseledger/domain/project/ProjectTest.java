package dev.releaseledger.domain.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.project.ProjectCommand.CreateProject;
import dev.releaseledger.domain.project.ProjectEvent.ProjectCreated;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProjectTest {

  private static final Instant NOW = Instant.parse("2026-01-20T10:00:00Z");
  private static final SortedMap<String, String> FOLDERS = new TreeMap<>(Map.of("main", "schema"));
  private static final CreateProject CREATE =
      new CreateProject("shop", "/srv/shop.git", FOLDERS, "act_alice", NOW);
  private static final ProjectCreated CREATED =
      new ProjectCreated("shop", "/srv/shop.git", FOLDERS, "act_alice", NOW);

  private AggregateTestFixture<Project> stream;

  @BeforeEach
  void open() {
    stream = new AggregateTestFixture<>(Project.class);
    stream.registerCommandTargetResolver(message ->
        new VersionedAggregateIdentifier(
            Project.streamOf(((ProjectCommand) message.getPayload()).project()), null));
  }

  @Test
  void a_project_begins_with_its_repository_and_its_folders() {
    stream.givenNoPriorActivity().when(CREATE).expectEvents(CREATED);
  }

  @Test
  void the_first_event_names_the_stream() {
    stream
        .givenNoPriorActivity()
        .when(CREATE)
        .expectState(project -> assertThat(project).hasToString("project:shop"));
  }

  @Test
  void a_project_is_created_once() {
    stream.given(CREATED).when(CREATE).expectNoEvents().expectException(EventStoreException.class);
  }
}
