package duijie.projects.cel;

import duijie.calendar.StatutoryPeriods;
import duijie.calendar.WorkingCalendar;
import duijie.calendar.yaml.YamlPeriods;
import duijie.projects.PublishingRules;
import duijie.shared.Checked;
import duijie.shared.Fingerprint;
import duijie.shared.yaml.FileErrors;
import duijie.shared.yaml.RuleFiles;
import duijie.shared.yaml.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Loads publishing rules from folders, or the shipped ones from the class path. */
final class FolderPublishingRules implements PublishingRules {

  private static final String LINT = "lint.yml";
  private static final RuleFiles RULE_FILES = RuleFiles.of(List.of(LINT, YamlPeriods.FILE));
  private static final String SHIPPED = "/publishing-rules/";

  private final Supplier<WorkingCalendar> calendar;

  FolderPublishingRules(Supplier<WorkingCalendar> calendar) {
    this.calendar = calendar;
  }

  @Override
  public Checked<Loaded> load(Path folder) {
    var errors = FileErrors.none();
    return load(RULE_FILES.in(folder, errors), errors);
  }

  @Override
  public Loaded shipped() {
    return switch (load(RULE_FILES.shipped(SHIPPED), FileErrors.none())) {
      case Checked.Sound<Loaded>(Loaded loaded) -> loaded;
      case Checked.Faulty<Loaded> faulty ->
          throw new IllegalStateException("the shipped rules are broken: " + faulty.errors());
    };
  }

  private Checked<Loaded> load(SortedMap<String, byte[]> contents, FileErrors errors) {
    var periods = periods(contents.get(YamlPeriods.FILE), errors);
    var content = contents.get(LINT);
    var source = content == null ? null : SourceFile.of(LINT, content, errors);
    if (source == null) {
      return new Checked.Faulty<>(errors.inOrder());
    }
    var file = new LintFile(source, errors);
    file.read();
    if (periods == null || !errors.isEmpty()) {
      return new Checked.Faulty<>(errors.inOrder());
    }
    var version = Fingerprint.of(contents.values());
    for (var example : file.examples()) {
      var one =
          file.rules().stream().filter(rule -> rule.rule().id().equals(example.rule())).toList();
      example.run(new CompiledLint(version, one, periods, calendar), errors);
    }
    var lint = new CompiledLint(version, file.rules(), periods, calendar);
    return errors.isEmpty()
        ? new Checked.Sound<>(new Loaded(lint, periods, file.examples().size()))
        : new Checked.Faulty<>(errors.inOrder());
  }

  private static @Nullable StatutoryPeriods periods(byte @Nullable [] content, FileErrors errors) {
    if (content == null) {
      return null;
    }
    return switch (YamlPeriods.read(content)) {
      case Checked.Sound<StatutoryPeriods>(StatutoryPeriods periods) -> periods;
      case Checked.Faulty<StatutoryPeriods> faulty -> {
        faulty.errors().forEach(errors::add);
        yield null;
      }
    };
  }
}
