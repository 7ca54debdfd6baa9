package duijie.sheets;

import duijie.sheets.Problem.Severity;

/**
 * Every kind of problem that reading a workbook can name, with its stable code.
 *
 * <p>An error means that something was lost: the file, a row, or a value that was written or should
 * have been. A warning means that something was understood with a doubt, or that something was lost
 * that nobody demands: an unknown column, or an unknown word beside others that are known or in a
 * column without a star. An unknown or ambiguous word or region is an error where a column with a
 * star ends up without any value.
 */
public enum ProblemCode {
  // The file as a whole: nothing of it is read.
  FILE_MISSING("file-missing", Severity.ERROR, "找不到文件"),
  NOT_A_FILE("not-a-file", Severity.ERROR, "不是文件"),
  FILE_UNREADABLE("file-unreadable", Severity.ERROR, "文件无法打开"),
  FILE_EMPTY("file-empty", Severity.ERROR, "空文件"),
  FILE_TOO_LARGE("file-too-large", Severity.ERROR, "文件超过 10 MB"),
  NOT_A_WORKBOOK("not-a-workbook", Severity.ERROR, "不是 Excel 工作簿"),
  OLD_WORKBOOK("old-workbook", Severity.ERROR, "旧版 .xls 工作簿"),
  BINARY_WORKBOOK("binary-workbook", Severity.ERROR, "二进制 .xlsb 工作簿"),
  ENCRYPTED("encrypted", Severity.ERROR, "设有打开密码"),
  MACROS("macros", Severity.ERROR, "含有宏"),
  EXTERNAL_LINKS("external-links", Severity.ERROR, "含有指向其他文件的链接"),
  DAMAGED("damaged", Severity.ERROR, "文件损坏"),
  UNSAFE("unsafe", Severity.ERROR, "含有不安全的内容"),
  TOO_MANY_PARTS("too-many-parts", Severity.ERROR, "内部文件超过 1000 个"),
  UNPACKS_TOO_LARGE("unpacks-too-large", Severity.ERROR, "解压后超过 200 MB"),
  TOO_MANY_ROWS("too-many-rows", Severity.ERROR, "超过 100000 行"),
  TOO_MANY_COLUMNS("too-many-columns", Severity.ERROR, "列太多"),
  TOO_MUCH_TEXT("too-much-text", Severity.ERROR, "文字总量太大"),
  TOO_SLOW("too-slow", Severity.ERROR, "读取超时"),

  // The sheet and its header.
  NO_SHEET("no-sheet", Severity.ERROR, "没有工作表"),
  SHEET_NOT_FOUND("sheet-not-found", Severity.ERROR, "找不到工作表"),
  NO_HEADER("no-header", Severity.ERROR, "找不到表头"),
  SWAPPED_FILES("swapped-files", Severity.ERROR, "两个文件可能放反了"),
  MISSING_COLUMN("missing-column", Severity.ERROR, "缺少必需的列"),
  UNKNOWN_COLUMN("unknown-column", Severity.WARNING, "不认识的列"),
  DUPLICATE_COLUMN("duplicate-column", Severity.WARNING, "重复的列"),
  TEMPLATE_VERSION("template-version", Severity.WARNING, "模板版本不同"),
  NO_ROWS("no-rows", Severity.WARNING, "没有数据行"),
  REPEATED_HEADER("repeated-header", Severity.WARNING, "表头重复出现"),
  MERGED_CELLS("merged-cells", Severity.WARNING, "合并单元格"),
  MORE_PROBLEMS("more-problems", Severity.ERROR, "问题太多，未全部列出"),

  // A row that is left out.
  NAME_MISSING("name-missing", Severity.ERROR, "没有名称，本行未导入"),
  DUPLICATE_ID("duplicate-id", Severity.ERROR, "项目编号重复，本行未导入"),
  DUPLICATE_CREDIT_CODE("duplicate-credit-code", Severity.ERROR, "统一社会信用代码重复，本行未导入"),
  DUPLICATE_NAME("duplicate-name", Severity.ERROR, "机构名称和登记地重复，本行未导入"),

  DEREGISTERED_AGENCY("deregistered-agency", Severity.ERROR, "机构已注销，本行不导入"),
  SEVERAL_AGENCIES("several-agencies", Severity.ERROR, "平台上有几家相同的机构，本行不导入"),
  SAME_AGENCY("same-agency", Severity.ERROR, "和前面的行是同一家机构，本行不导入"),
  UNKNOWN_MEETING("unknown-meeting", Severity.ERROR, "没有这个编号的洽谈，本行不导入"),
  OTHER_SESSION("other-session", Severity.ERROR, "另一场对接会的行，不导入"),
  SHIFTED_ROW("shifted-row", Severity.ERROR, "编号和内容对不上，本行不导入"),
  SAME_MEETING("same-meeting", Severity.ERROR, "和前面的行是同一场洽谈或同一家单位，本行不导入"),
  UNKNOWN_ATTENDEE("unknown-attendee", Severity.ERROR, "不在应到名单上，本行不导入"),
  NOT_NOW("not-now", Severity.ERROR, "现在不能记，本行不导入"),
  UNUSABLE_OUTCOME("unusable-outcome", Severity.ERROR, "洽谈结果填得不完整或前后矛盾，本行不导入"),
  PROJECT_EXISTS("project-exists", Severity.ERROR, "编号已有项目，本行不导入"),
  DRAFT_EXISTS("draft-exists", Severity.ERROR, "编号已有草稿，本行不导入"),
  // A value that is lost.
  REQUIRED_EMPTY("required-empty", Severity.ERROR, "必填项为空"),
  FORMULA_REFUSED("formula-refused", Severity.ERROR, "必填列中有公式"),
  FORMULA_WITHOUT_VALUE("formula-without-value", Severity.ERROR, "公式没有结果"),
  CELL_FAULT("cell-fault", Severity.ERROR, "单元格显示错误值"),
  CELL_TOO_LONG("cell-too-long", Severity.ERROR, "单元格文字太长"),
  DITTO("ditto", Severity.ERROR, "写的是“同上”"),
  UNUSABLE_ID("unusable-id", Severity.ERROR, "编号不能使用"),
  UNREADABLE_NUMBER("unreadable-number", Severity.ERROR, "数字读不懂"),
  UNREADABLE_AMOUNT("unreadable-amount", Severity.ERROR, "金额读不懂"),
  AMBIGUOUS_UNIT("ambiguous-unit", Severity.ERROR, "金额单位不明"),
  UNREADABLE_SHARE("unreadable-share", Severity.ERROR, "比例读不懂"),
  UNREADABLE_YES_NO("unreadable-yes-no", Severity.ERROR, "不知是“是”还是“否”"),
  UNREADABLE_GRADE("unreadable-grade", Severity.ERROR, "评估等级读不懂"),
  UNREADABLE_DATE("unreadable-date", Severity.ERROR, "日期读不懂"),
  UNREADABLE_TIME("unreadable-time", Severity.ERROR, "时间读不懂"),
  UNREADABLE_TERM("unreadable-term", Severity.ERROR, "期限读不懂"),
  UNREADABLE_CHOICE("unreadable-choice", Severity.ERROR, "不是可选的内容"),
  UNREADABLE_CREDIT_CODE("unreadable-credit-code", Severity.ERROR, "统一社会信用代码格式不对"),
  BAD_CHECK_DIGIT("bad-check-digit", Severity.ERROR, "统一社会信用代码校验位不对"),
  DIGITS_LOST("digits-lost", Severity.ERROR, "按数字保存，末尾几位已丢失"),
  OUT_OF_RANGE("out-of-range", Severity.ERROR, "数值超出合理范围"),
  CONTRADICTION("contradiction", Severity.ERROR, "前后矛盾"),

  // Words and places: an error only where a column with a star is left without any value.
  UNKNOWN_FIELD("unknown-field", Severity.WARNING, "不认识的服务领域"),
  UNKNOWN_TARGET_GROUP("unknown-target-group", Severity.WARNING, "不认识的服务对象"),
  UNKNOWN_METHOD("unknown-method", Severity.WARNING, "不认识的服务方式"),
  UNKNOWN_REGION("unknown-region", Severity.WARNING, "不认识的区划"),
  AMBIGUOUS_REGION("ambiguous-region", Severity.WARNING, "区划不止一处"),
  TOO_MANY_ITEMS("too-many-items", Severity.WARNING, "一格中的项目太多"),

  // Understood, with a doubt.
  TERM_UNDERSTOOD("term-understood", Severity.WARNING, "按相近的词理解"),
  REGION_UNDERSTOOD("region-understood", Severity.WARNING, "按登记地理解的区划"),
  RETIRED_REGION("retired-region", Severity.WARNING, "已停用的区划代码"),
  FORMULA_VALUE("formula-value", Severity.WARNING, "公式，按结果读取"),
  VALUE_UNDERSTOOD("value-understood", Severity.WARNING, "按推测理解的内容"),
  DOUBTFUL_VALUE("doubtful-value", Severity.WARNING, "数值可疑"),
  POSSIBLE_DUPLICATE("possible-duplicate", Severity.WARNING, "可能重复"),
  // Against what the platform has, at an import.
  KEPT_BY_AGENCY("kept-by-agency", Severity.WARNING, "机构自己维护的资料"),
  WAITING_REGISTRATION("waiting-registration", Severity.WARNING, "同一代码有注册在办理"),
  TO_MEND_BEFORE_PUBLISHING("to-mend-before-publishing", Severity.WARNING, "发布前必须改的"),
  CLEARED_CELL("cleared-cell", Severity.WARNING, "清空的格子，平台上的内容不变"),
  CLAUSE_DOUBTED("clause-doubted", Severity.WARNING, "条款检查的提醒");

  private final String code;
  private final Severity severity;
  private final String meaning;

  ProblemCode(String code, Severity severity, String meaning) {
    this.code = code;
    this.severity = severity;
    this.meaning = meaning;
  }

  /** As it stands in {@link Problem#code}. */
  public String code() {
    return code;
  }

  /** How bad it is, unless a column with a star is left without any value. */
  public Severity severity() {
    return severity;
  }

  /** What it means, a few words in Chinese. */
  public String meaning() {
    return meaning;
  }
}
