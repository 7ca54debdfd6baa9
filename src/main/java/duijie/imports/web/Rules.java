package duijie.imports.web;

import duijie.imports.Import;
import java.util.List;

/** What people are told of an import before they upload anything. */
final class Rules {

  private Rules() {}

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
              "和已有项目或者草稿编号相同的不导入。");
    };
  }
}
