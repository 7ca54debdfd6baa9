package duijie.projects;

import duijie.accounts.Account;
import duijie.accounts.Organisation;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an agency wants to know of a project 提问. The answer is for everybody to read; who asked is
 * told to nobody, the buyer included, so that nobody learns who means to take part.
 *
 * @param asker the organisation that asks
 * @param by who asks for it
 * @param answer null until there is one
 * @param version counts the changes, so that of two who answer at once the second is told
 */
public record Question(
    Id id,
    Project.Id project,
    Organisation.Id asker,
    Account.Id by,
    String text,
    Instant askedAt,
    @Nullable Answer answer,
    int version) {

  /** A question's id. */
  public record Id(UUID value) {

    @Override
    public String toString() {
      return value.toString();
    }
  }

  /**
   * An answer 答复.
   *
   * @param at when the question was first answered
   * @param correctedAt when the answer was last corrected, or null
   */
  public record Answer(String text, Instant at, @Nullable Instant correctedAt) {}

  public boolean answered() {
    return answer != null;
  }

  /** The question with this answer; a further answer corrects the one before. */
  public Question answered(String text, Instant now) {
    var next = answer == null ? new Answer(text, now, null) : new Answer(text, answer.at(), now);
    return new Question(id, project, asker, by, this.text, askedAt, next, version + 1);
  }
}
