package duijie.portal.web;

import duijie.portal.HomeCounty;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what a download of the matchmaking workbook will hold before anyone asks for it. */
@Singleton
final class WorkbookDownloads {

  /** So many projects fit in one workbook: ranking more would keep everyone waiting. */
  static final int MOST = 200;

  private final @Nullable HomeCounty home;

  WorkbookDownloads(Optional<HomeCounty> home) {
    this.home = home.orElse(null);
  }

  /** The projects of a list in this state, or null where there are none. */
  ListPage.@Nullable Download of(ListQuery query, long total) {
    if (total == 0) {
      return null;
    }
    var which = query.narrowed() ? "当前筛选的" : "全部";
    return new ListPage.Download(
        query.withPage(1).filterAt(Links.WORKBOOK),
        total <= MOST
            ? "下载对接表（%s %d 个项目）".formatted(which, total)
            : "下载对接表（%s项目的前 %d 个）".formatted(which, MOST),
        "Excel 工作簿：每个项目配前 20 家机构，含匹配分、理由和待核事项");
  }

  /** The projects that still look for their agency, of the home county where there is one. */
  ListPage.Download openProjects() {
    var query = HomeController.openList().withRegion(home == null ? null : home.code());
    return new ListPage.Download(
        query.at(Links.WORKBOOK),
        home == null ? "下载对接表（正在找机构的项目）" : "下载对接表（本县正在找机构的项目）",
        "Excel 工作簿：项目发布表、机构名录、对接总表、统计汇总，可直接打印");
  }
}
