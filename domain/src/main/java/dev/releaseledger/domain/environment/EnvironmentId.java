package dev.releaseledger.domain.environment;

/** An environment by the names of its project and itself. */
public record EnvironmentId(String project, String environment) {

  private static final String STREAM = "environment:";

  /** The identity of the environment's event stream. */
  public String stream() {
    return STREAM + project + "/" + environment;
  }

  @Override
  public String toString() {
    return project + "/" + environment;
  }
}
