package duijie.projects;

/** The columns of the sheet 项目发布表, in its order. */
public enum Column {
  ID("项目编号", false),
  NAME("项目名称", true),
  BUYER("购买主体", true),
  REGION("区划", true),
  FIELDS("服务领域", true),
  TARGET_GROUPS("服务对象", false),
  METHODS("服务方式", false),
  NEED("需求概况", true),
  BUDGET("预算金额(元)", false),
  ANNUAL_BUDGET("年度金额(元)", false),
  TERM_MONTHS("服务期限(月)", false),
  REGIME("采购制度", false),
  PROCUREMENT_METHOD("采购方式", false),
  PRICING("计价方式", false),
  HEADCOUNT("社工人数要求", false),
  LICENSED("持证社工人数要求", false),
  LICENSED_SHARE("持证比例要求(%)", false),
  HEAD_YEARS("负责人年限要求", false),
  MINIMUM_GRADE("最低评估等级", false),
  ANNUAL_INSPECTION("须年检合格", false),
  LOCAL_REGISTRATION("须本地登记", false),
  SMALL_FIRMS_ONLY("专门面向中小企业", false),
  PUBLISHED_ON("发布日期", false),
  RESPOND_BY("响应截止时间", false),
  CONTACT("联系人", false),
  PHONE("联系电话", false),
  SOURCE("信息来源", false);

  private final String label;
  private final boolean required;

  Column(String label, boolean required) {
    this.label = label;
    this.required = required;
  }

  /** The header without its star. */
  public String label() {
    return label;
  }

  /** Whether the column must be there and should be filled in. */
  public boolean required() {
    return required;
  }
}
