package duijie.portal.web;

import duijie.agencies.Agency;
import duijie.projects.Project;
import java.util.LinkedHashMap;
import java.util.Map;

/** The lists of the site, and the states of their records that the public may see. */
enum ListKind {
  PROJECTS(Links.PROJECTS, "项目", "个", projectStates()),
  AGENCIES(Links.AGENCIES, "机构", "家", agencyStates());

  private final String path;
  private final String noun;
  private final String measure;
  private final Map<String, String> states;

  ListKind(String path, String noun, String measure, Map<String, String> states) {
    this.path = path;
    this.noun = noun;
    this.measure = measure;
    this.states = states;
  }

  String path() {
    return path;
  }

  String noun() {
    return noun;
  }

  String measure() {
    return measure;
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
