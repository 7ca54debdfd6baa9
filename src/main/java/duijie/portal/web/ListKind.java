package duijie.portal.web;

import duijie.agencies.Agency;
import duijie.projects.Project;
import java.util.LinkedHashMap;
import java.util.Map;

/** The lists of the site, and the states of their records that the public may see. */
enum ListKind {
  PROJECTS(
      Links.PROJECTS, "采购项目", "项目", "个", "没有这个项目，可能已经撤下，或者编号有误。可以到采购项目列表里查找。", projectStates()),
  AGENCIES(Links.AGENCIES, "社工机构", "机构", "家", "没有这家机构，可能已经撤下，或者编号有误。可以到社工机构列表里查找。", agencyStates());

  private final String path;
  private final String title;
  private final String noun;
  private final String measure;
  private final String missing;
  private final Map<String, String> states;

  ListKind(
      String path,
      String title,
      String noun,
      String measure,
      String missing,
      Map<String, String> states) {
    this.path = path;
    this.title = title;
    this.noun = noun;
    this.measure = measure;
    this.missing = missing;
    this.states = states;
  }

  String path() {
    return path;
  }

  /** What stands above the list, and in the menu. */
  String title() {
    return title;
  }

  String noun() {
    return noun;
  }

  String measure() {
    return measure;
  }

  /** What is said of a record that is not there. */
  String missing() {
    return missing;
  }

  /** Labels by enum name, in the order of a record's life. */
  Map<String, String> states() {
    return states;
  }

  private static Map<String, String> projectStates() {
    var states = new LinkedHashMap<String, String>();
    for (var state : Project.State.values()) {
      if (state != Project.State.DRAFT) {
        states.put(state.name(), state.label());
      }
    }
    return states;
  }

  private static Map<String, String> agencyStates() {
    var states = new LinkedHashMap<String, String>();
    for (var state : Agency.State.values()) {
      switch (state) {
        case VERIFIED, SUSPENDED, DEREGISTERED -> states.put(state.name(), state.label());
        case DRAFT, SUBMITTED, RETURNED -> {}
      }
    }
    return states;
  }
}
