package duijie.agencies;

/** The columns of the sheet 机构名录, in its order. */
public enum Column {
  NAME("机构名称", true),
  CREDIT_CODE("统一社会信用代码", false),
  TYPE("组织类型", false),
  REGISTRAR("登记机关", false),
  FOUNDED("成立日期", false),
  REGISTERED_REGION("登记地区划", true),
  SERVICE_REGIONS("服务区域", false),
  FIELDS("服务领域", true),
  TARGET_GROUPS("服务对象", false),
  METHODS("服务方式", false),
  GRADE("评估等级", false),
  GRADE_VALID_UNTIL("等级有效期至", false),
  INSPECTION_YEAR("最近年检年度", false),
  INSPECTION_RESULT("年检结论", false),
  CREDIT_STANDING("信用状态", false),
  FULL_TIME_STAFF("专职人数", false),
  ASSISTANTS("助理社会工作师", false),
  SOCIAL_WORKERS("社会工作师", false),
  SENIORS("高级社会工作师", false),
  HEAD_YEARS("负责人从业年限", false),
  CURRENT_PROJECTS("在手项目数", false),
  CAPACITY("可承接项目数", false),
  MINIMUM_AMOUNT("最低承接金额(元)", false),
  MAXIMUM_AMOUNT("最高承接金额(元)", false),
  PROFILE("机构简介", false),
  EXPERIENCE("项目经验", false),
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
