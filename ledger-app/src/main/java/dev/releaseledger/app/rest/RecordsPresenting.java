package dev.releaseledger.app.rest;

import dev.releaseledger.app.port.People;
import dev.releaseledger.domain.environment.EnvironmentEvent.EmergencyDeclared;
import dev.releaseledger.domain.environment.EnvironmentEvent.EmergencyReviewed;
import dev.releaseledger.domain.environment.Records;
import dev.releaseledger.domain.environment.Rollout;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what is on record about a rollout into what goes over the wire. */
@Component
class RecordsPresenting {

  private final People people;

  RecordsPresenting(People people) {
    this.people = people;
  }

  RecordsView of(Rollout rollout) {
    Records records = rollout.records();
    return new RecordsView(
        records.waivers().stream()
            .map(it ->
                new RecordsView.WaiverView(
                    it.gate(), it.reason(), it.reference(), name(it.actor()), it.at()))
            .toList(),
        records.links().stream()
            .map(it ->
                new RecordsView.LinkView(it.kind(), it.reference(), name(it.actor()), it.at()))
            .toList(),
        records.tests().stream()
            .map(it ->
                new RecordsView.TestView(
                    it.kind(), it.passed(), it.reference(), it.note(), name(it.actor()), it.at()))
            .toList(),
        records.notes().stream()
            .map(it ->
                new RecordsView.NoteView(
                    it.kind(), it.text(), it.reference(), name(it.actor()), it.at()))
            .toList(),
        records.comments().stream()
            .map(it -> new RecordsView.CommentView(it.comment(), name(it.actor()), it.at()))
            .toList(),
        emergency(rollout.emergency(), rollout.reviewed()));
  }

  private RecordsView.@Nullable EmergencyView emergency(
      @Nullable EmergencyDeclared declared, @Nullable EmergencyReviewed reviewed) {
    return declared == null
        ? null
        : new RecordsView.EmergencyView(
            declared.reason(),
            name(declared.actor()),
            declared.at(),
            declared.reviewDue(),
            reviewed == null ? null : reviewed.justified(),
            reviewed == null ? null : name(reviewed.actor()),
            reviewed == null ? null : reviewed.reason());
  }

  private String name(String actor) {
    return people.nameOf(actor);
  }
}
