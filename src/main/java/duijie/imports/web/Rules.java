package duijie.imports.web;

import duijie.imports.Effect;
import duijie.imports.Import;
import java.util.List;
import java.util.Map;

/** What people are told of an import before they upload anything. */
final class Rules {

  private static final Map<Effect, String> AGENCIES =
      Map.of(
          Effect.NEW, "平台上还没有的，确认后新增。只列出前几项内容，其余的一并导入。",
          Effect.CHANGED, "平台上已有的，确认后只改下面列出的内容。表里空着的、读不懂的，不改原来的内容。",
          Effect.KEPT, "这些机构有自己的账号，资料由它们自己维护。默认不改；勾选后才按表修改，修改会记入审计记录。",
          Effect.UNCHANGED, "和平台上的一样，不用改。",
          Effect.REFUSED, "这些行不能导入，原因如下。改好以后重新上传，已经导入的不会重复。");

  private static final Map<Effect, String> DRAFTS =
      Map.of(
          Effect.NEW, "确认后各成一份草稿，由您接着改、提交审批，不会直接发布。条款检查的提醒列在每一行下面。",
          Effect.UNCHANGED, "已经有内容完全一样的草稿，不再新建。",
          Effect.REFUSED, "这些行不能导入，原因如下。改好以后重新上传，已经导入的不会重复。");

  private static final Map<Effect, String> SESSION =
      Map.of(
          Effect.NEW, "平台上还没有记的，确认后记下。",
          Effect.CHANGED, "平台上已经记了的，确认后改成表里填的。只改下面列出的内容。",
          Effect.CONFLICTING, "导出这份表以后，平台上的内容又被别人改过，表里填的和它不一样。默认保留平台上的；要改成表里的，请逐行选择。",
          Effect.UNCHANGED, "和导出时一样，或者平台上已经是这样，不用改。",
          Effect.REFUSED, "这些行不能导入，原因如下。改好以后重新上传，已经导入的不会重复。");

  private Rules() {}

  /** What becomes of such rows. */
  static String explanation(Import.Kind kind, Effect effect) {
    var explanations =
        switch (kind) {
          case AGENCIES -> AGENCIES;
          case PROJECTS -> DRAFTS;
          case SESSION -> SESSION;
        };
    return explanations.getOrDefault(effect, "");
  }

  static List<String> of(Import.Kind kind) {
    return switch (kind) {
      case AGENCIES ->
          List.of(
              "先读取、比对，给出预览；您确认以后才导入。读取要一会儿，可以关掉浏览器，过后从“以前的导入”再进来。",
              "按统一社会信用代码认机构；没有代码的，按名称和登记地。认出来的修改，认不出来的新增。",
              "表里空着的格子、读不懂的格子，不改平台上原有的内容。",
              "有自己账号的机构，资料由它们自己维护：默认不改，要改须在确认时勾选。已注销的不导入。",
              "确认以前有人改过同一家机构的，会告诉您，并按新的资料重新比对。同一份表导入两次，不会重复。");
      case PROJECTS ->
          List.of(
              "先读取、检查，给出预览；您确认以后才成为草稿，不会直接发布。",
              "项目编号写成 P-001/1、P-001/2 的，是同一次采购的几个包，各成一份草稿，放在一起。",
              "和已有项目编号相同的、和另一份草稿编号相同而内容不同的，不导入。同一份表导入两次，不会重复。",
              "表里多出来的“资格条件”“人员要求”“评分标准”“付款方式”几列，写进草稿的条款；其他多出来的列不导入。");
      case SESSION ->
          List.of(
              "先读取、比对，逐行给出预览；您确认以后才一次记下。只读“签到表”的签到时间，和“意向台账”的洽谈结果、意向金额、待补事项、责任人、跟进期限。",
              "没有动过的格子不改任何内容。清空的格子也不删平台上的内容，只提醒您。",
              "导出以后平台上又被别人改过的，列为“有冲突”，两边的内容都给您看，由您逐行选择。",
              "签到时间填 9:05 这样的时间；只知道到了的，填 √，按第一个时段记。临时到场的机构请在签到的页面登记。",
              "可以排序、隐藏列，不要改编号，也不要只排其中几列。用 Excel、WPS 或 LibreOffice 存成 .xlsx 都可以。同一份表导入两次，不会重复。");
    };
  }
}
