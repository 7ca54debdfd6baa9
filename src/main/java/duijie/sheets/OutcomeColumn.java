package duijie.sheets;

/** The columns of 意向台账. */
public enum OutcomeColumn {
  NUMBER("对接编号"),
  PROJECT("项目"),
  AGENCY("机构"),
  KIND("洽谈结果"),
  AMOUNT("意向金额(元)"),
  TODO("待补事项"),
  WHO("责任人"),
  UNTIL("跟进期限"),
  SIGNED_BY_BUYER("项目方签字"),
  SIGNED_BY_AGENCY("机构签字"),
  TRACE(Trace.COLUMN);

  private final String label;

  OutcomeColumn(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
