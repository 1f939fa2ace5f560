package dev.releaseledger.app.rest;

import dev.releaseledger.app.access.Actors;
import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.access.Groups;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Groups, and who is in them. */
@RestController
@RequestMapping("/api/v1/groups")
class GroupsApi {

  private final Groups groups;
  private final Actors actors;
  private final Answers answers;

  GroupsApi(Groups groups, Actors actors, Answers answers) {
    this.groups = groups;
    this.actors = actors;
    this.answers = answers;
  }

  record NewMember(@Nullable String actor, @Nullable String reason) {}

  record GroupView(String group, int members) {}

  record MemberView(String group, String actor, String actorName) {}

  @GetMapping
  Items<GroupView> list() {
    return new Items<>(
        groups.list().stream().map(g -> new GroupView(g.name(), g.members())).toList());
  }

  @GetMapping("/{group}/members")
  Items<MemberView> members(@PathVariable String group) {
    return new Items<>(groups.members(group).stream().map(actor -> view(group, actor)).toList());
  }

  @PostMapping("/{group}/members")
  ResponseEntity<MemberView> add(
      @PathVariable String group, @RequestBody NewMember request, Caller caller) {
    String actor = actors.require(Values.required("actor", request.actor()));
    long position = groups.add(group, actor, request.reason(), caller.actor());
    return answers.at(HttpStatus.CREATED, position, () -> view(group, actor));
  }

  @DeleteMapping("/{group}/members/{actor}")
  ResponseEntity<MemberView> remove(
      @PathVariable String group,
      @PathVariable String actor,
      @RequestParam(required = false) @Nullable String reason,
      Caller caller) {
    String member = actors.require(actor);
    long position = groups.remove(group, member, reason, caller.actor());
    return answers.ok(position, () -> view(group, member));
  }

  private MemberView view(String group, String actor) {
    return new MemberView(group, actor, actors.nameOf(actor));
  }
}
