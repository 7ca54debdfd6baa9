package duijie.portal.web;

import duijie.matching.Matching;
import duijie.portal.HomeCounty;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes what surrounds a page. */
@Singleton
final class Shells {

  private static final List<String> ASSETS = List.of("/public/duijie.css", "/public/duijie.js");

  private final Matching matching;
  private final Words words;
  private final @Nullable HomeCounty home;
  private final Clock clock;
  private final String assets = fingerprint();

  Shells(Matching matching, Words words, Optional<HomeCounty> home, Clock clock) {
    this.matching = matching;
    this.words = words;
    this.home = home.orElse(null);
    this.clock = clock;
  }

  /**
   * The shell of a page.
   *
   * @param here the address of the menu's entry to which the page belongs, or blank
   * @param way the steps between the home page and this one
   */
  Shell shell(String title, String here, Shell.Crumb... way) {
    var crumbs = new ArrayList<Shell.Crumb>();
    crumbs.add(new Shell.Crumb("首页", here.equals("/") ? null : "/"));
    crumbs.addAll(List.of(way));
    return new Shell(
        title,
        List.of(
            entry("首页", "/", "house-door", here),
            entry("采购项目", Links.PROJECTS, "clipboard2-check", here),
            entry("社工机构", Links.AGENCIES, "people", here)),
        crumbs,
        home == null ? null : words.name(home.code()),
        home != null && home.demonstration(),
        matching.ruleBook().version(),
        today().toString(),
        assets);
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  private static Shell.Entry entry(String label, String href, String icon, String here) {
    return new Shell.Entry(label, href, icon, href.equals(here));
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
