package duijie.sessions.web;

import java.util.List;

/**
 * Sessions of an organizer, those that an agency is asked to, or those at which a buyer has
 * projects.
 */
public record SessionsPage(Looking looking, List<Row> rows) {

  /** Who looks. */
  public enum Looking {
    ORGANIZER("筹备供需对接会：选项目、邀请机构、约谈、排桌。", "还没有筹备过对接会", "先定时间、地点和桌数，再选项目、邀请机构。"),
    AGENCY("邀请贵机构参加的供需对接会。", "还没有收到邀请", "有对接会邀请贵机构时，会在这里和“消息”里告诉您。资料填得越全，越容易被邀请。"),
    BUYER("有本单位项目的供需对接会。", "还没有本单位的项目参加对接会", "组织者把本单位的项目选入对接会以后，会列在这里。");

    private final String lead;
    private final String nothing;
    private final String hint;

    Looking(String lead, String nothing, String hint) {
      this.lead = lead;
      this.nothing = nothing;
      this.hint = hint;
    }

    /** What the page is about. */
    public String lead() {
      return lead;
    }

    /** That there are none. */
    public String nothing() {
      return nothing;
    }

    /** How that may change. */
    public String hint() {
      return hint;
    }
  }

  /** Whether it is the organizer who looks. */
  public boolean organizing() {
    return looking == Looking.ORGANIZER;
  }

  /**
   * One of them.
   *
   * @param mark how it stands, for whoever looks
   * @param waiting whether whoever looks has to do something
   * @param meta when and where
   */
  public record Row(String href, String name, String mark, boolean waiting, List<String> meta) {}
}
