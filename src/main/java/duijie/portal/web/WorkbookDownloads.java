package duijie.portal.web;

import duijie.portal.HomeCounty;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides, and says before anyone asks for it, what a matchmaking workbook holds. */
@Singleton
final class WorkbookDownloads {

  /** So many projects fit in one workbook: ranking more would keep everyone waiting. */
  static final int MOST = 200;

  private final Finder finder;
  private final @Nullable HomeCounty home;

  WorkbookDownloads(Finder finder, Optional<HomeCounty> home) {
    this.finder = finder;
    this.home = home.orElse(null);
  }

  /**
   * Which projects of a list the workbook holds: those that still look for their agency, unless
   * somebody chose states.
   */
  static ListQuery held(ListQuery list) {
    return list.states().isEmpty() ? list.withOpen(true) : list;
  }

  /** The download beside a list, or null where there would be nothing in it. */
  ListPage.@Nullable Download of(ListQuery list) {
    var held = held(list);
    long total = finder.count(ListKind.PROJECTS, held);
    if (total == 0) {
      return null;
    }
    var which = (list.narrowed() ? "当前筛选中" : "全部") + (held.open() ? "正在找机构的" : "所选状态的");
    return new ListPage.Download(
        held.filterAt(Links.WORKBOOK),
        total <= MOST
            ? "下载对接表（%s %d 个项目）".formatted(which, total)
            : "下载对接表（%s项目的前 %d 个）".formatted(which, MOST),
        "Excel 工作簿：每个项目配前 20 家机构，含匹配分、理由和待核事项。"
            + (list.states().isEmpty() ? "已经结束的不在里面，要的话请先选状态。" : ""));
  }

  /** The projects that still look for their agency, of the home county where there is one. */
  ListPage.Download openProjects() {
    var query = ListQuery.OPEN.withRegion(home == null ? null : home.code());
    return new ListPage.Download(
        query.at(Links.WORKBOOK),
        home == null ? "下载对接表（正在找机构的项目）" : "下载对接表（本县正在找机构的项目）",
        "Excel 工作簿：项目发布表、机构名录、对接总表、统计汇总，可直接打印");
  }
}
