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

  private Rules() {}

  /** What becomes of such rows. */
  static String explanation(Import.Kind kind, Effect effect) {
    return (kind == Import.Kind.AGENCIES ? AGENCIES : DRAFTS).getOrDefault(effect, "");
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
    };
  }
}
