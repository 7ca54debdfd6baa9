package duijie.sessions.web;

import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import duijie.projects.Project;
import duijie.projects.Projects;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds out what the parties of talks are called. */
@Singleton
final class PartyNames {

  private final Projects projects;
  private final Agencies agencies;

  PartyNames(Projects projects, Agencies agencies) {
    this.projects = projects;
    this.agencies = agencies;
  }

  /** Who is called what; who is not there any more by their id. */
  record Names(Map<Project.Id, String> projects, Map<Agency.Id, String> agencies) {

    String of(Project.Id id) {
      return projects.getOrDefault(id, id.value());
    }

    String of(Agency.Id id) {
      return agencies.getOrDefault(id, id.value());
    }
  }

  /** The names of these, each of whom may be asked for several times. */
  Names names(Collection<Project.Id> listed, Collection<Agency.Id> coming) {
    return new Names(
        projects.findAll(listed.stream().distinct().toList()).stream()
            .collect(Collectors.toMap(Project::id, Project::name)),
        agencies.findAll(coming.stream().distinct().toList()).stream()
            .collect(Collectors.toMap(Agency::id, Agency::name)));
  }
}
