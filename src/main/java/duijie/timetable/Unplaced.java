package duijie.timetable;

/** A pair that has no place in the timetable, and what keeps it out. */
public record Unplaced(String project, String agency, Reason reason) {

  /** What keeps a pair out, as the timetable stands. The first that holds is told. */
  public enum Reason {
    /** One of both is never there while the other is. */
    NO_COMMON_SLOT("no-common-slot", "没有双方都能到场的时段", "there is no slot in which both are there"),
    /** The project has as many meetings as it takes. */
    PROJECT_CAP(
        "project-cap", "项目的洽谈场数已达上限", "the project already has as many meetings as it takes"),
    /** The agency has as many meetings as it takes. */
    AGENCY_CAP("agency-cap", "机构的洽谈场数已达上限", "the agency already has as many meetings as it takes"),
    /** Both are free at the same time, but no table is. */
    TABLES_FULL("tables-full", "双方都有空的时段里，桌位已经排满", "whenever both are free, all tables are taken"),
    /** The project has another meeting in each slot in which the agency is there. */
    PROJECT_BUSY(
        "project-busy",
        "双方都能到场的时段里，项目都另有洽谈",
        "whenever both are there, the project has another meeting"),
    /** The agency has another meeting in each slot in which the project is there. */
    AGENCY_BUSY(
        "agency-busy",
        "双方都能到场的时段里，机构都另有洽谈",
        "whenever both are there, the agency has another meeting"),
    /** In some slots the project has another meeting, in all others the agency. */
    NO_SHARED_GAP(
        "no-shared-gap",
        "双方都能到场的时段里，不是项目另有洽谈，就是机构另有洽谈",
        "whenever both are there, one or the other has another meeting");

    private final String code;
    private final String sentence;
    private final String english;

    Reason(String code, String sentence, String english) {
      this.code = code;
      this.sentence = sentence;
      this.english = english;
    }

    /** Stable, for programs. */
    public String code() {
      return code;
    }

    /** In Chinese, for people. */
    public String sentence() {
      return sentence;
    }

    /** The same in English. */
    public String english() {
      return english;
    }
  }
}
