package duijie.demonstration.yaml;

import duijie.agencies.Agency;
import duijie.demonstration.Demonstration;
import duijie.projects.Project;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Demonstration data from the files that ship with the product. */
record YamlDemonstration(Words words) implements Demonstration {

  @Override
  public List<Project> projects(LocalDate day) {
    return Stream.of(new NoticeProjects(words).of(day), new HomeProjects(words).of(day))
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public List<Agency> agencies(LocalDate day) {
    return Stream.of(new NoticeAgencies(words).all(), new HomeAgencies(words).of(day))
        .flatMap(List::stream)
        .toList();
  }
}
