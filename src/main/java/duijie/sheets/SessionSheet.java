package duijie.sheets;

/** The sheets of a session's workbook, in the order of the workbook. */
public enum SessionSheet {
  PAIRS("对接总表"),
  SEATING("桌次时刻表"),
  ITINERARIES("机构行程单"),
  ARRIVALS("签到表"),
  OUTCOMES("意向台账"),
  FOLLOW_UP("跟踪台账"),
  SUMMARY("统计汇总"),
  PROJECTS("项目发布表"),
  AGENCIES("机构名录");

  private final String label;

  SessionSheet(String label) {
    this.label = label;
  }

  /** The sheet's name. */
  public String label() {
    return label;
  }
}
