package duijie.agencies.web;

import duijie.accounts.Access;
import duijie.accounts.Account;
import duijie.accounts.Deed;
import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import duijie.agencies.Declaration;
import duijie.agencies.Declaration.Progress;
import duijie.agencies.Declarations;
import duijie.agencies.Section;
import duijie.pages.Duties;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What an agency has left to fill in, or to mend, before the bureau can look at it. */
@Singleton
final class ProfileDuties implements Duties {

  private static final Set<Agency.State> UNSEEN =
      EnumSet.of(Agency.State.DRAFT, Agency.State.RETURNED);

  private final Agencies agencies;
  private final Declarations declarations;

  ProfileDuties(Agencies agencies, Declarations declarations) {
    this.agencies = agencies;
    this.declarations = declarations;
  }

  @Override
  public List<Duty> of(Account who) {
    var own = who.organisation().id();
    if (!Access.allows(who, Deed.KEEP_PROFILE, own)) {
      return List.of();
    }
    var agency = new Agency.Id(own.value());
    return List.of(
        new Duty(
            "填写机构资料",
            ProfileController.PATH,
            () -> items(agency).size(),
            most -> items(agency).stream().limit(most).toList()));
  }

  private List<Item> items(Agency.Id id) {
    var agency = agencies.find(id);
    if (agency.isEmpty()) {
      return List.of();
    }
    boolean unseen = UNSEEN.contains(agency.get().state());
    return declarations
        .find(id)
        .filter(declaration -> unseen || begun(declaration))
        .map(ProfileDuties::items)
        .orElseGet(
            () -> unseen ? List.of(new Item("开始填写", ProfileController.PATH, "还没有填过")) : List.of());
  }

  /** Whoever only looked at what the bureau knows of them has nothing to finish. */
  private static boolean begun(Declaration declaration) {
    return declaration.number() != null
        || declaration.parts().values().stream().anyMatch(part -> part.version() > 0);
  }

  private static List<Item> items(Declaration declaration) {
    var items = new ArrayList<Item>();
    if (!declaration.open() || declaration.state() == Declaration.State.PASSED) {
      return items;
    }
    for (var section : Section.values()) {
      var progress = declaration.progress(section);
      if (progress == Progress.TO_FILL || progress == Progress.IN_PROGRESS) {
        var reason = declaration.part(section).reason();
        items.add(
            new Item(
                section.label(),
                ProfileController.path(section),
                reason == null ? progress.label() : "退回原因：" + reason));
      }
    }
    if (declaration.submission() == Progress.TO_FILL) {
      items.add(new Item("核对并提交", ProfileController.PATH + "/check", "各节都填好了"));
    }
    return items;
  }
}
