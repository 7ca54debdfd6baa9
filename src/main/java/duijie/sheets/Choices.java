package duijie.sheets;

import duijie.agencies.Agency.CreditStanding;
import duijie.agencies.Agency.InspectionResult;
import duijie.agencies.Agency.OrganisationType;
import duijie.projects.Project.PricingForm;
import duijie.projects.Project.Regime;

/** What people usually write in the columns with fixed contents. */
final class Choices {

  static final Choice<Regime> REGIME =
      Choice.of(Regime.values(), Regime::label)
          .with(Regime.GOVERNMENT_PROCUREMENT, "政采", "政府采购项目", "纳入政府采购")
          .with(Regime.SELECTION, "公开比选", "竞争性比选", "比选采购", "比选项目")
          .with(Regime.VENTURE_PHILANTHROPY, "创投", "微创投", "公益创投项目", "社区微创投", "公益微创投");

  static final Choice<PricingForm> PRICING =
      Choice.of(PricingForm.values(), PricingForm::label)
          .with(PricingForm.COMPETITIVE, "竞争报价", "价格竞争", "报价竞争", "竞争性报价", "最高限价")
          .with(PricingForm.FIXED_TOTAL, "总价", "固定价", "固定价格", "总价包干", "包干", "包干价", "总价固定")
          .with(PricingForm.PER_POST, "按岗", "按岗位", "岗位购买", "购买岗位", "岗位制", "元/岗")
          .with(PricingForm.PER_PERSON_MONTH, "按人月", "人/月", "元/人月", "每人每月", "人月单价")
          .with(PricingForm.PER_ACTIVITY, "按活动", "场次", "按场次", "活动场次", "元/场", "按场")
          .with(PricingForm.HOURS_OFFERED, "按工时", "服务工时", "服务时数", "服务小时", "小时", "时数");

  /** 社会服务机构 is what the Charity Law of 2016 calls a 民办非企业单位; the register still uses both. */
  static final Choice<OrganisationType> ORGANISATION_TYPE =
      Choice.of(OrganisationType.values(), OrganisationType::label)
          .with(
              OrganisationType.PRIVATE_NON_ENTERPRISE,
              "民非",
              "民办非企业",
              "民非单位",
              "民非企业",
              "民办非企业单位(社会服务机构)",
              "社会服务机构",
              "社会服务机构(民办非企业单位)",
              "民办非营利机构")
          .with(OrganisationType.ASSOCIATION, "社团", "社会团体法人", "社团法人", "行业协会", "协会")
          .with(OrganisationType.FOUNDATION, "慈善基金会", "公募基金会", "非公募基金会")
          .with(
              OrganisationType.ENTERPRISE,
              "公司",
              "企业法人",
              "有限公司",
              "有限责任公司",
              "股份有限公司",
              "民营企业",
              "社会企业",
              "国有企业")
          .with(OrganisationType.PUBLIC_INSTITUTION, "事业", "事业法人", "事业单位法人");

  static final Choice<InspectionResult> INSPECTION =
      Choice.of(InspectionResult.values(), InspectionResult::label)
          .with(InspectionResult.PASSED, "年检合格", "通过", "已通过", "合格通过", "优秀", "良好")
          .with(InspectionResult.BASICALLY_PASSED, "年检基本合格", "基本通过")
          .with(InspectionResult.FAILED, "年检不合格", "未通过", "不通过");

  static final Choice<CreditStanding> CREDIT_STANDING =
      Choice.of(CreditStanding.values(), CreditStanding::label)
          .with(CreditStanding.NORMAL, "良好", "信用良好", "信用正常", "无异常", "无不良记录", "无失信记录")
          .with(
              CreditStanding.ABNORMAL,
              "异常",
              "异常名录",
              "活动异常",
              "列入异常名录",
              "列入活动异常名录",
              "经营异常",
              "经营异常名录",
              "列入经营异常名录")
          .with(
              CreditStanding.SERIOUSLY_ILLEGAL,
              "失信",
              "严重失信",
              "严重违法",
              "失信名单",
              "黑名单",
              "严重违法失信名单",
              "列入严重违法失信名单",
              "失信被执行人");

  private Choices() {}
}
