package duijie.projects;

import duijie.accounts.Organisation;
import duijie.audit.Caller;
import duijie.projects.Publication.Purpose;
import duijie.shared.FullWidth;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Begins a draft with the words of an older project 复制为新草稿. */
@Singleton
public class Copying {

  /** What belongs to the older one alone. */
  private static final Set<Column> ITS_OWN =
      EnumSet.of(Column.ID, Column.BUYER, Column.PUBLISHED_ON, Column.RESPOND_BY, Column.SOURCE);

  private final Publications publications;
  private final Projects projects;
  private final Publishing publishing;
  private final ProjectWords words;

  Copying(Publications publications, Projects projects, Publishing publishing, ProjectWords words) {
    this.publications = publications;
    this.projects = projects;
    this.publishing = publishing;
    this.words = words;
  }

  /** What is copied. */
  private record Words(Purpose purpose, Map<Column, String> typed, Map<String, String> clauses) {}

  /**
   * Begins it; sent twice, it is begun once.
   *
   * @param fresh the id that it is to have
   * @param whose who is to buy
   * @param from a project's number, or the id of one of their own drafts
   * @return empty where there is no such project
   */
  @Transactional
  public Optional<Publication> copy(
      Publication.Id fresh, Organisation whose, String from, Caller by) {
    var older = words(whose, from.strip());
    if (older == null) {
      return Optional.empty();
    }
    var typed = new EnumMap<Column, String>(Column.class);
    typed.putAll(older.typed());
    ITS_OWN.forEach(typed::remove);
    typed.put(Column.BUYER, whose.name());
    var content = new Publication.Content(older.purpose(), typed, older.clauses());
    return Optional.of(publishing.begin(fresh, whose.id(), content, by));
  }

  private @Nullable Words words(Organisation whose, String from) {
    var draft = id(from).flatMap(publications::find).filter(p -> p.owner().equals(whose.id()));
    if (draft.isPresent()) {
      return new Words(fresh(draft.get().purpose()), draft.get().typed(), draft.get().clauses());
    }
    return numbered(from)
        .filter(project -> project.state() != Project.State.DRAFT)
        .map(project -> new Words(Purpose.CALL, words.typed(project), clauses(project)))
        .orElse(null);
  }

  /** The project of this number; typed in other letters, if only one can be meant. */
  private Optional<Project> numbered(String typed) {
    if (typed.isEmpty() || typed.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    var exact = projects.find(new Project.Id(typed));
    var alike =
        exact.isPresent() ? List.<Project>of() : projects.alike(new Project.Id(plain(typed)));
    return alike.size() == 1 ? Optional.of(alike.getFirst()) : exact;
  }

  /** With the letters, digits and signs of the keyboard in place of their full-width forms. */
  private static String plain(String typed) {
    var plain = new StringBuilder(typed.length());
    typed.chars().forEach(sign -> plain.append(FullWidth.narrow((char) sign)));
    return plain.toString();
  }

  /** A copy makes a project of its own, whatever it was copied from went on with. */
  private static Purpose fresh(Purpose older) {
    return older.kind() == Notice.Kind.INTENTION ? Purpose.INTENTION : Purpose.CALL;
  }

  /** The clauses that the form of a draft has a field for. */
  private static Map<String, String> clauses(Project project) {
    var clauses = new LinkedHashMap<String, String>();
    project
        .extra()
        .forEach(
            (heading, text) -> {
              if (Clause.Kind.FURTHER.stream().anyMatch(kind -> kind.label().equals(heading))) {
                clauses.put(heading, text);
              }
            });
    return clauses;
  }

  private static Optional<Publication.Id> id(String text) {
    try {
      return Optional.of(new Publication.Id(UUID.fromString(text)));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }
}
