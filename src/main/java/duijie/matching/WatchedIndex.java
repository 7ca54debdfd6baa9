package duijie.matching;

import duijie.agencies.Agency;
import duijie.projects.Project;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An index on search servers that may go away. The first question that they leave unanswered is the
 * last that they are asked: it and all others are answered without them, until whoever watches them
 * finds that they answer again and know everything.
 */
public final class WatchedIndex implements CandidateIndex {

  private static final SearchQuery EVERYTHING =
      new SearchQuery("", null, Set.of(), Set.of(), Set.of(), 0, 1);

  private final AtomicBoolean trusted;
  private final Candidates<Agency.Id, Agency> agencies;
  private final Candidates<Project.Id, Project> projects;
  private final CandidateIndex servers;

  /**
   * Begins without trust.
   *
   * @param servers is asked as long as it answers
   * @param instead is asked otherwise
   * @param away is told when the servers leave a question unanswered
   */
  public WatchedIndex(
      CandidateIndex servers, CandidateIndex instead, Consumer<IndexUnavailable> away) {
    this.servers = servers;
    trusted = new AtomicBoolean();
    agencies = new Watched<>(servers.agencies(), instead.agencies(), trusted, away);
    projects = new Watched<>(servers.projects(), instead.projects(), trusted, away);
  }

  /** Whether the servers are asked. */
  public boolean trusted() {
    return trusted.get();
  }

  /**
   * Asks the servers from now on, which know everything again; should they not even answer a simple
   * question, all stays as it is.
   */
  public void trust() {
    var unused = servers.agencies().search(EVERYTHING);
    var unusedProjects = servers.projects().search(EVERYTHING);
    trusted.set(true);
  }

  /** Does not ask the servers any more. */
  public void distrust() {
    trusted.set(false);
  }

  @Override
  public Candidates<Agency.Id, Agency> agencies() {
    return agencies;
  }

  @Override
  public Candidates<Project.Id, Project> projects() {
    return projects;
  }

  @Override
  public void clear() {
    servers.clear();
  }

  @Override
  public void close() {
    servers.close();
  }

  @Override
  public boolean slow() {
    return !trusted.get();
  }

  private record Watched<I, T>(
      Candidates<I, T> servers,
      Candidates<I, T> instead,
      AtomicBoolean trusted,
      Consumer<IndexUnavailable> away)
      implements Candidates<I, T> {

    @Override
    public void put(Collection<T> records) {
      servers.put(records);
    }

    @Override
    public void remove(Collection<I> ids) {
      servers.remove(ids);
    }

    @Override
    public List<I> passing(Filter filter) {
      return ask(index -> index.passing(filter));
    }

    @Override
    public List<I> nearest(Filter filter, List<String> terms, int limit) {
      return ask(index -> index.nearest(filter, terms, limit));
    }

    @Override
    public SearchPage<I> search(SearchQuery query) {
      return ask(index -> index.search(query));
    }

    @Override
    public long count(SearchQuery query) {
      return ask(index -> index.count(query));
    }

    private <A> A ask(Function<Candidates<I, T>, A> question) {
      if (trusted.get()) {
        try {
          return question.apply(servers);
        } catch (IndexUnavailable e) {
          trusted.set(false);
          away.accept(e);
        }
      }
      return question.apply(instead);
    }
  }
}
