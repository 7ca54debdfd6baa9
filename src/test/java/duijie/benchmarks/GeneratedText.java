package duijie.benchmarks;

import java.util.List;
import java.util.Random;

/** Texts in the manner of notices and agency profiles, of a few hundred characters. */
final class GeneratedText {

  private static final List<String> SYLLABLES =
      List.of(
          "明", "德", "仁", "爱", "和", "同", "心", "馨", "益", "众", "启", "航", "晨", "曦", "春", "晖", "暖", "阳",
          "正", "阳", "乐", "善", "知", "行", "星", "光", "育", "才", "安", "康", "惠", "民", "诚", "信", "扬", "帆");

  private static final List<String> NEEDS =
      List.of(
          "为辖区内的%s建立服务档案,开展需求评估,每月入户走访不少于%d户",
          "围绕%s组织小组活动%d次,每次不少于十二人,并留存签到与影像资料",
          "针对%s中的困难个案提供不少于%d例的专业跟进,按规定撰写接案、预估、计划和结案记录",
          "配合乡镇社会工作服务站做好%s的政策宣传和转介工作,全年覆盖不少于%d人次",
          "培育本地志愿者队伍%2$d支,带动村居干部和邻里力量共同关心%1$s",
          "在节假日为%s举办主题活动不少于%d场,营造关爱互助的氛围",
          "建立%s动态监测和应急处置机制,发现风险后%d小时内上报并介入",
          "定期开展%s的心理疏导与情绪支持,全年不少于%d课时",
          "整合医院、学校、企业等资源,为%s链接物资和服务折合不少于%d万元",
          "驻点社工每周到岗不少于五天,督导每季度到现场指导%s工作%d次",
          "做好%s家庭的亲职教育和家庭关系调适,服务家庭不少于%d个",
          "按季度提交服务报告,接受第三方机构对%s服务成效的评估,满意度不低于百分之%d");

  private static final List<String> PROFILES =
      List.of(
          "本机构长期扎根基层,面向%s提供专业支持,现有驻点%d个",
          "以社区为平台、以社会工作者为支撑,为%s开展过%d个政府购买服务项目",
          "先后承接民政、司法、妇联等部门委托的%s项目%d项,评估结果均为良好以上",
          "拥有稳定的督导和志愿者团队,在%s方面积累了%d年的实务经验",
          "倡导助人自助,注重个案管理与资源链接,累计服务%s超过%d人次",
          "建立了财务、人事、项目和档案管理制度,%s服务流程规范,获得市级表彰%d次",
          "与高校社会工作专业共建实习基地,持续研究%s的服务模式,发表案例%d篇");

  private static final List<String> EXPERIENCES =
      List.of(
          "%d年承接%s%s项目,服务周期十二个月,按期结项",
          "%d年参与%s%s试点,探索出可复制的工作流程", "%d年运营%s%s站点,组织社区活动和入户探访", "%d年协助%s开展%s调研,形成需求评估报告");

  private final Random random;

  GeneratedText(Random random) {
    this.random = random;
  }

  /** A made-up trade name of two characters. */
  String tradeName() {
    return pick(SYLLABLES) + pick(SYLLABLES);
  }

  /** What a project needs. */
  String need(String title, List<String> fields, List<String> groups, List<String> methods) {
    var text = new StringBuilder(title).append("内容:");
    int sentences = 4 + random.nextInt(8);
    for (int i = 0; i < sentences; i++) {
      text.append(pick(NEEDS).formatted(about(fields, groups), 2 + random.nextInt(90))).append("。");
    }
    methods.forEach(method -> text.append("运用").append(method).append("方法。"));
    return text.toString();
  }

  /** What an agency says of itself. */
  String profile(String name, List<String> fields, List<String> groups) {
    var text = new StringBuilder(name).append("成立以来,");
    int sentences = 2 + random.nextInt(6);
    for (int i = 0; i < sentences; i++) {
      text.append(pick(PROFILES).formatted(about(fields, groups), 2 + random.nextInt(60)))
          .append("。");
    }
    return text.toString();
  }

  /** What an agency has done. */
  String experience(String place, List<String> fields) {
    var text = new StringBuilder();
    int projects = 1 + random.nextInt(6);
    for (int i = 0; i < projects; i++) {
      text.append(
              pick(EXPERIENCES)
                  .formatted(2016 + random.nextInt(10), place, about(fields, List.of())))
          .append("；");
    }
    return text.toString();
  }

  private String about(List<String> fields, List<String> groups) {
    if (!groups.isEmpty() && random.nextBoolean()) {
      return pick(groups);
    }
    return fields.isEmpty() ? "困难群众" : pick(fields);
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
