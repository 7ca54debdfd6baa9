package duijie.portal;

import duijie.accounts.Account;
import duijie.audit.AuditTrail;
import duijie.audit.Caller;
import duijie.audit.Entry;
import duijie.audit.Snapshot;
import duijie.shared.Visible;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Saving searches, and what is done to those that are saved. */
@Singleton
public class SavingSearches {

  /** So many may one person have. */
  public static final int MOST = 50;

  /** The longest name, in characters. */
  public static final int LONGEST_NAME = 40;

  private final SavedSearches searches;
  private final AuditTrail trail;

  SavingSearches(SavedSearches searches, AuditTrail trail) {
    this.searches = searches;
    this.trail = trail;
  }

  /** What stands in the way of saving a search. */
  public enum Obstacle {
    /** What it asks for. */
    QUERY,
    /** What it is to be called. */
    NAME,
    /** There are too many. */
    NUMBER
  }

  /** Why a search is not saved. */
  public record Refusal(Obstacle of, String sentence) {}

  /** Why a search cannot be called so, if it cannot. */
  private static Optional<String> faulty(String name) {
    int length = name.codePointCount(0, name.length());
    return !Visible.any(name)
        ? Optional.of("请给检索起一个名称。")
        : length > LONGEST_NAME
            ? Optional.of("名称最多 %d 个字，现在有 %d 个，请写短一些。".formatted(LONGEST_NAME, length))
            : Optional.empty();
  }

  /**
   * Saves a search; one that asks for the same is not saved again, and keeps its name.
   *
   * @return why it was not saved; nothing where it was
   */
  @Transactional
  public List<Refusal> save(Account.Id owner, String name, String query, Caller caller) {
    searches.hold(owner);
    var before = searches.of(owner);
    var same = before.stream().filter(search -> search.query().equals(query)).findFirst();
    if (same.isPresent()) {
      var known = same.get().name();
      return known.equals(name.strip())
          ? List.of()
          : List.of(new Refusal(Obstacle.NAME, "这个检索已经订阅过，名称是“%s”。要换名称，请在它旁边改名。".formatted(known)));
    }
    var refusals = new ArrayList<Refusal>();
    if (query.isBlank()) {
      refusals.add(new Refusal(Obstacle.QUERY, "没有搜索词，也没有选条件，不用订阅。请先在项目列表里搜索或者筛选。"));
    }
    if (before.size() >= MOST) {
      refusals.add(new Refusal(Obstacle.NUMBER, "最多订阅 %d 个检索，已经满了。请先删除不用的。".formatted(MOST)));
    }
    faulty(name.strip()).ifPresent(why -> refusals.add(new Refusal(Obstacle.NAME, why)));
    if (refusals.isEmpty()) {
      var search =
          new SavedSearch(new SavedSearch.Id(UUID.randomUUID()), owner, name.strip(), query);
      searches.add(search);
      trail.record(Entry.added(caller, "SAVE_SEARCH", subject(search), snapshot(search)));
    }
    return List.copyOf(refusals);
  }

  /**
   * Calls a search otherwise.
   *
   * @return why it was not, if it was not
   */
  @Transactional
  public Optional<String> rename(SavedSearch search, String name, Caller caller) {
    var faulty = faulty(name.strip());
    if (faulty.isEmpty() && !search.name().equals(name.strip())) {
      searches.rename(search.id(), name.strip());
      var after = new SavedSearch(search.id(), search.owner(), name.strip(), search.query());
      trail.record(
          Entry.changed(
              caller, "RENAME_SEARCH", subject(search), snapshot(search), snapshot(after)));
    }
    return faulty;
  }

  /** Tells of it no more. */
  @Transactional
  public void remove(SavedSearch search, Caller caller) {
    searches.remove(search.id());
    trail.record(Entry.removed(caller, "DELETE_SEARCH", subject(search), snapshot(search)));
  }

  private static Entry.Subject subject(SavedSearch search) {
    return new Entry.Subject("saved-search", search.id().toString());
  }

  private static Snapshot snapshot(SavedSearch search) {
    return Snapshot.of(Map.of("名称", search.name(), "检索条件", search.query()));
  }
}
