package duijie.accounts.web;

import java.util.Map;
import java.util.TreeMap;

/** What the names in the audit trail are called on the pages. */
final class AuditWords {

  private static final Map<String, String> DEEDS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("SIGN_IN", "登录"),
              Map.entry("SIGN_IN_BY_RECOVERY_CODE", "用恢复码登录"),
              Map.entry("SEE_MATCHES_OF_PROJECT", "查看项目的匹配结果"),
              Map.entry("SEE_MATCHES_OF_AGENCY", "查看机构的匹配结果"),
              Map.entry("MAKE_API_TOKEN", "新建接口令牌"),
              Map.entry("REVOKE_API_TOKEN", "撤销接口令牌"),
              Map.entry("GIVE_SIGN_IN_CODE", "输入登录验证码"),
              Map.entry("SWITCH_ON_SECOND_FACTOR", "开启两步登录"),
              Map.entry("SWITCH_OFF_SECOND_FACTOR", "关闭两步登录"),
              Map.entry("TAKE_OFF_SECOND_FACTOR", "取消别人的两步登录"),
              Map.entry("RENEW_RECOVERY_CODES", "换一组恢复码"),
              Map.entry("SIGN_OUT", "退出登录"),
              Map.entry("SIGN_OUT_EVERYWHERE", "在所有电脑上退出登录"),
              Map.entry("CHANGE_PASSWORD", "修改密码"),
              Map.entry("GIVE_PASSWORD", "发一次性密码"),
              Map.entry("ASK_FOR_PASSWORD", "要换密码的链接"),
              Map.entry("RESET_PASSWORD", "用邮件链接换密码"),
              Map.entry("CHANGE_MAILBOX", "改邮箱"),
              Map.entry("CONFIRM_MAILBOX", "确认邮箱"),
              Map.entry("ADD_ACCOUNT", "开通账号"),
              Map.entry("REGISTER_AGENCY", "注册机构"),
              Map.entry("CLAIM_AGENCY", "申请认领机构"),
              Map.entry("SAVE_PROFILE", "填写机构资料"),
              Map.entry("ADD_CREDENTIAL", "上传附件"),
              Map.entry("REMOVE_CREDENTIAL", "删去附件"),
              Map.entry("REVOKE_CREDENTIAL", "撤销证照"),
              Map.entry("GIVE_UP_PROFILE", "放弃修改机构资料"),
              Map.entry("SUBMIT_PROFILE", "提交机构资料"),
              Map.entry("PASS_AGENCY", "机构审核通过"),
              Map.entry("RETURN_AGENCY", "退回机构资料"),
              Map.entry("APPROVE_CLAIM", "同意认领"),
              Map.entry("REFUSE_CLAIM", "不同意认领"),
              Map.entry("SUSPEND_AGENCY", "暂停机构"),
              Map.entry("RESUME_AGENCY", "恢复机构"),
              Map.entry("DEREGISTER_AGENCY", "注销机构"),
              Map.entry("DISABLE_ACCOUNT", "停用账号"),
              Map.entry("ENABLE_ACCOUNT", "恢复账号"),
              Map.entry("MANAGE_ACCOUNTS", "管理账号"),
              Map.entry("KEEP_CALENDAR", "看放假安排"),
              Map.entry("LOAD_HOLIDAYS", "载入放假安排"),
              Map.entry("MANAGE_COLLEAGUES", "管理本机构账号"),
              Map.entry("READ_AUDIT_TRAIL", "看审计记录"),
              Map.entry("EXPORT_AUDIT_TRAIL", "导出审计记录"),
              Map.entry("TAKE_WORKBOOK", "下载对接表"),
              Map.entry("DRAFT_PROJECT", "起草项目"),
              Map.entry("EDIT_PROJECT_DRAFT", "修改项目草稿"),
              Map.entry("SUBMIT_PROJECT", "提交项目审批"),
              Map.entry("RETURN_PROJECT", "退回项目"),
              Map.entry("CANCEL_PROJECT", "作废项目草稿"),
              Map.entry("PUBLISH_PROJECT", "发布项目"),
              Map.entry("APPROVE_PROJECT", "审批项目"),
              Map.entry("UPLOAD_WORKBOOK", "上传表格"),
              Map.entry("CONFIRM_IMPORT", "确认导入"),
              Map.entry("CANCEL_IMPORT", "取消导入"),
              Map.entry("IMPORT_AGENCIES", "导入机构名录"),
              Map.entry("IMPORT_SESSION", "导入签到表和意向台账"),
              Map.entry("IMPORT_AGENCY", "由导入写入机构"),
              Map.entry("IMPORT_PROJECTS", "导入项目草稿"),
              Map.entry("CALL_FOR_PROJECT", "意向转为采购公告"),
              Map.entry("AMEND_PROJECT", "更正项目"),
              Map.entry("TERMINATE_PROJECT", "终止项目"),
              Map.entry("SEEK_PROJECTS", "看推荐项目、表达意向"),
              Map.entry("DECLARE_INTEREST", "表达意向"),
              Map.entry("WITHDRAW_INTEREST", "撤回意向"),
              Map.entry("COURT_AGENCIES", "看意向、邀请机构"),
              Map.entry("INVITE_AGENCY", "邀请机构"),
              Map.entry("SAVE_SEARCH", "订阅检索"),
              Map.entry("RENAME_SEARCH", "给检索改名"),
              Map.entry("DELETE_SEARCH", "删除检索"),
              Map.entry("ASK_ABOUT_PROJECT", "提问"),
              Map.entry("ANSWER_QUESTIONS", "看本单位收到的提问"),
              Map.entry("ANSWER_QUESTION", "答复提问"),
              Map.entry("ORGANIZE_SESSIONS", "筹备对接会"),
              Map.entry("ATTEND_SESSIONS", "看对接会邀请"),
              Map.entry("BOOK_TALKS", "替本单位的项目约谈"),
              Map.entry("ASK_FOR_TALK", "约谈"),
              Map.entry("ACCEPT_TALK", "同意约谈"),
              Map.entry("DECLINE_TALK", "婉拒约谈"),
              Map.entry("WITHDRAW_TALK", "撤回约谈"),
              Map.entry("SET_ABSENCE", "填不能洽谈的时段"),
              Map.entry("SCHEDULE_SESSION", "开始排桌"),
              Map.entry("REOPEN_BOOKING_SESSION", "重新开放约谈"),
              Map.entry("MAKE_TIMETABLE", "自动排桌"),
              Map.entry("MOVE_MEETING", "移动洽谈"),
              Map.entry("LOCK_MEETING", "锁定洽谈"),
              Map.entry("RESTORE_TIMETABLE", "恢复以前的时刻表"),
              Map.entry("RELEASE_TIMETABLE", "发布时刻表"),
              Map.entry("BEGIN_SESSION", "新建对接会"),
              Map.entry("HOLD_SESSION", "开始对接会"),
              Map.entry("CLOSE_SESSION", "结束对接会"),
              Map.entry("DELAY_SESSION", "顺延时段"),
              Map.entry("CHECK_IN", "签到"),
              Map.entry("UNDO_CHECK_IN", "取消签到"),
              Map.entry("ADMIT_WALK_IN", "登记临时到场"),
              Map.entry("FIT_TIMETABLE", "时刻表随条件调整"),
              Map.entry("MARK_NO_SHOW", "记为缺席"),
              Map.entry("REFILL_TIMETABLE", "候补补位"),
              Map.entry("CHANGE_SESSION", "改对接会的时间、地点或规则"),
              Map.entry("LIST_PROJECTS", "选对接会的项目"),
              Map.entry("INVITE_SESSION", "开始邀请参加对接会"),
              Map.entry("OPEN_BOOKING_SESSION", "开放约谈"),
              Map.entry("INVITE_TO_SESSION", "邀请参加对接会"),
              Map.entry("REMIND_GUESTS", "提醒答复对接会邀请"),
              Map.entry("PROMOTE_GUEST", "候补转为正式邀请"),
              Map.entry("ANSWER_SESSION", "答复对接会邀请"),
              Map.entry("RECORD_OUTCOME", "记洽谈结果"),
              Map.entry("FOLLOW_UP_SESSION", "回访办结"),
              Map.entry("OPEN_INTENT", "由洽谈结果生成意向"),
              Map.entry("CHANGE_INTENT", "更新意向"),
              Map.entry("REMOVE_INTENT", "洽谈结果改过，去掉意向"),
              Map.entry("PROCURE_INTENT", "意向进入采购"),
              Map.entry("CONVERT_INTENT", "意向签约转化"),
              Map.entry("LAPSE_INTENT", "意向没有下文"),
              Map.entry("REOPEN_INTENT", "重新跟进意向"),
              Map.entry("OPEN_ROUTE", "打开页面"),
              Map.entry("FILL_DEMONSTRATION", "写入演示数据")));

  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("account", "账号"),
          Map.entry("api-token", "接口令牌"),
          Map.entry("publication", "项目发布"),
          Map.entry("project", "采购项目"),
          Map.entry("question", "提问"),
          Map.entry("saved-search", "订阅的检索"),
          Map.entry("agency", "社工机构"),
          Map.entry("claim", "认领申请"),
          Map.entry("session", "对接会"),
          Map.entry("declaration", "机构资料"),
          Map.entry("route", "页面"),
          Map.entry("audit", "审计记录"),
          Map.entry("data-folder", "数据目录"),
          Map.entry("import", "导入"));

  private AuditWords() {}

  /** All that have a name of their own, by their code. */
  static Map<String, String> deeds() {
    return DEEDS;
  }

  /** The kinds of records that have a name of their own, by their code. */
  static Map<String, String> kinds() {
    return KINDS;
  }

  static String deed(String deed) {
    return DEEDS.getOrDefault(deed, deed);
  }

  static String kind(String kind) {
    return KINDS.getOrDefault(kind, kind);
  }
}
