package duijie.imports;

/** What becomes of a row of an uploaded workbook. */
public enum Effect {
  NEW("新增"),
  CHANGED("修改"),
  /** It differs from a record that the agency's own people keep. */
  KEPT("机构自己维护"),
  /** Somebody else has changed the record since the sheet was made. */
  CONFLICTING("有冲突"),
  UNCHANGED("没有变化"),
  REFUSED("不导入");

  private final String label;

  Effect(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
