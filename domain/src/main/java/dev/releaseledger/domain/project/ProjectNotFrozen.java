package dev.releaseledger.domain.project;

import dev.releaseledger.domain.policy.Refusal;

/** What is not frozen cannot be thawed. */
public record ProjectNotFrozen(String project) implements Refusal {

  @Override
  public String slug() {
    return "not-frozen";
  }

  @Override
  public Category category() {
    return Category.REFUSED;
  }

  @Override
  public String detail() {
    return "Project %s is not frozen.".formatted(project);
  }

  @Override
  public String remedy() {
    return "See what is frozen with ledgerctl env list.";
  }
}
