package duijie.matching;

import duijie.agencies.Agency;
import duijie.projects.Project;
import java.util.function.Supplier;

/**
 * The index in use. Another can be made beside it and take its place while questions are asked: a
 * question that has begun is answered by the one it began with, which lives as long as it is asked.
 */
public final class CurrentIndex implements CandidateIndex {

  private final Supplier<CandidateIndex> make;
  private volatile CandidateIndex current;

  /**
   * Begins with an empty one.
   *
   * @param make makes an empty index that holds nothing but memory: those replaced are not closed
   */
  public CurrentIndex(Supplier<CandidateIndex> make) {
    this.make = make;
    this.current = make.get();
  }

  /** An empty index of the same kind. */
  public CandidateIndex beside() {
    return make.get();
  }

  /** Answers from this one from now on. */
  public void use(CandidateIndex other) {
    current = other;
  }

  /** Those of the index that is in use at this moment. */
  @Override
  public Candidates<Agency.Id, Agency> agencies() {
    return current.agencies();
  }

  /** Those of the index that is in use at this moment. */
  @Override
  public Candidates<Project.Id, Project> projects() {
    return current.projects();
  }

  @Override
  public boolean slow() {
    return current.slow();
  }

  @Override
  public void clear() {
    current.clear();
  }

  @Override
  public void close() {
    current.close();
  }
}
