package duijie.pages;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes what surrounds a page. */
@Singleton
public final class Shells {

  private static final List<String> ASSETS =
      List.of("/public/duijie.css", "/public/duijie.js", "/public/hall.css", "/public/hall.js");

  private static final Logger LOG = LoggerFactory.getLogger(Shells.class);
  private static final int MOST_SHOWN = 99;

  private final SiteFacts site;
  private final List<MenuEntries> menu;
  private final Clock clock;
  private final String assets = fingerprint();

  Shells(SiteFacts site, List<MenuEntries> menu, Clock clock) {
    this.site = site;
    this.menu = menu;
    this.clock = clock;
  }

  /**
   * The shell of a page.
   *
   * @param here the address of the menu's entry to which the page belongs, or blank
   * @param way the steps between the home page and this one
   */
  public Shell shell(Visitor visitor, String title, String here, Shell.Crumb... way) {
    var crumbs = new ArrayList<Shell.Crumb>();
    crumbs.add(new Shell.Crumb("首页", here.equals("/") ? null : "/"));
    crumbs.addAll(List.of(way));
    return new Shell(
        title,
        menu.stream()
            .flatMap(feature -> feature.entries(visitor.account()).stream())
            .map(e -> entry(e, here))
            .toList(),
        crumbs,
        site.homeCounty(),
        site.demonstration(),
        site.searchesSlowly(),
        site.ruleBook(),
        today().toString(),
        assets,
        visitor);
  }

  private static Shell.Entry entry(MenuEntries.Entry entry, String here) {
    return new Shell.Entry(
        entry.label(), entry.href(), entry.icon(), entry.href().equals(here), waiting(entry));
  }

  /** A count that fails takes no page down with it, least of all one that tells of a failure. */
  private static String waiting(MenuEntries.Entry entry) {
    try {
      int waiting = entry.waiting().getAsInt();
      return waiting <= 0 ? "" : waiting > MOST_SHOWN ? MOST_SHOWN + "+" : "" + waiting;
    } catch (RuntimeException e) {
      LOG.error("what waits behind {} cannot be counted", entry.href(), e);
      return "";
    }
  }

  /** The date in Asia/Shanghai. */
  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /** The time of day in Asia/Shanghai, to the minute. */
  public String minute() {
    return LocalTime.now(clock).truncatedTo(ChronoUnit.MINUTES).toString();
  }

  private static String fingerprint() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var asset : ASSETS) {
        try (var in = Shells.class.getResourceAsStream(asset)) {
          if (in == null) {
            throw new IllegalStateException("missing resource " + asset);
          }
          digest.update(in.readAllBytes());
        }
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
