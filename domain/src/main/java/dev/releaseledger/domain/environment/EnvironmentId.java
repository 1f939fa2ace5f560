package dev.releaseledger.domain.environment;

/** An environment by the names of its project and itself. */
public record EnvironmentId(String project, String environment) {

  private static final String STREAM = "environment:";

  /** The identity of the environment's event stream. */
  public String stream() {
    return STREAM + project + "/" + environment;
  }

  /** The environment that a stream belongs to. */
  public static EnvironmentId ofStream(String stream) {
    String[] names = stream.substring(STREAM.length()).split("/", 2);
    return new EnvironmentId(names[0], names[1]);
  }

  @Override
  public String toString() {
    return project + "/" + environment;
  }
}
