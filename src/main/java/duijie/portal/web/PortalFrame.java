package duijie.portal.web;

import duijie.accounts.Access;
import duijie.accounts.Account;
import duijie.accounts.Deed;
import duijie.matching.CandidateIndex;
import duijie.matching.Matching;
import duijie.pages.MenuEntries;
import duijie.pages.SiteFacts;
import duijie.pages.Words;
import duijie.portal.HomeCounty;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the portal tells the frame of every page. */
@Singleton
@Order(0)
final class PortalFrame implements SiteFacts, MenuEntries {

  private final Matching matching;
  private final CandidateIndex index;
  private final Words words;
  private final @Nullable HomeCounty home;

  PortalFrame(Matching matching, CandidateIndex index, Words words, Optional<HomeCounty> home) {
    this.matching = matching;
    this.index = index;
    this.words = words;
    this.home = home.orElse(null);
  }

  @Override
  public @Nullable String homeCounty() {
    return home == null ? null : words.name(home.code());
  }

  @Override
  public boolean demonstration() {
    return home != null && home.demonstration();
  }

  @Override
  public boolean searchesSlowly() {
    return index.slow();
  }

  @Override
  public String ruleBook() {
    return matching.ruleBook().version();
  }

  @Override
  public List<Entry> entries(@Nullable Account who) {
    var entries = new ArrayList<Entry>();
    entries.add(new Entry("首页", "/", "house-door"));
    entries.add(new Entry("采购项目", Links.PROJECTS, "clipboard2-check"));
    entries.add(new Entry("社工机构", Links.AGENCIES, "people"));
    if (who != null && Access.grants(who, Deed.SEEK_PROJECTS)) {
      entries.add(
          new Entry(RecommendationsController.TITLE, RecommendationQuery.PATH, "lightbulb"));
      entries.add(new Entry(SearchesController.TITLE, SearchesController.PATH, "bell"));
    }
    if (who != null && Access.grants(who, Deed.DRAFT_PROJECT)) {
      entries.add(new Entry(OverviewController.TITLE, Overview.PATH, "kanban"));
    }
    return entries;
  }
}
