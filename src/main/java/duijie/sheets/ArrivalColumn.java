package duijie.sheets;

/** The columns of 签到表. */
public enum ArrivalColumn {
  NUMBER("序号"),
  SIDE("身份"),
  NAME("单位名称"),
  PROJECT("项目名称"),
  FIRST("首场洽谈"),
  TALKS("洽谈场数"),
  TIME("签到时间"),
  SIGNATURE("签名"),
  REMARK("备注"),
  TRACE(Trace.COLUMN);

  private final String label;

  ArrivalColumn(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
