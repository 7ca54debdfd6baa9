package duijie.sessions.jdbc;

import duijie.accounts.Organisation;
import duijie.agencies.Agency;
import duijie.projects.Project;
import duijie.sessions.Intent;
import duijie.sessions.IntentDates;
import duijie.sessions.Recorder;
import duijie.sessions.Session;
import duijie.sessions.Waiting;
import duijie.shared.jdbc.Statements;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Asks what waits after sessions; it is asked with every page, so the database counts. */
@Singleton
class JdbcWaiting implements Waiting {

  private final JdbcOperations database;

  JdbcWaiting(JdbcOperations database) {
    this.database = database;
  }

  private record Count(UUID session, int talks) {}

  @Override
  @Transactional
  public Map<Session.Id, Integer> unrecorded(Agency.Id agency, LocalDate since) {
    return unrecorded("m.agency = ?", Recorder.AGENCY, since, agency.value());
  }

  @Override
  @Transactional
  public Map<Session.Id, Integer> unrecorded(Collection<Project.Id> projects, LocalDate since) {
    return unrecorded("m.project = any (?)", Recorder.BUYER, since, ids(projects));
  }

  private Map<Session.Id, Integer> unrecorded(
      String whose, Recorder by, LocalDate since, Object party) {
    var counts =
        database.prepareStatement(
            """
            select m.session, count(*) from meeting m join matchmaking_session s on s.id = m.session
            where s.state = 'CLOSED' and s.day >= ? and m.slot is not null
              and m.state <> 'NO_SHOW' and %s
              and not exists (select from talk_result r where r.session = m.session
                and r.project = m.project and r.agency = m.agency and r.recorder = ?)
            group by m.session, s.day order by s.day, m.session
            """
                .formatted(whose),
            statement ->
                Statements.list(
                    statement,
                    row -> new Count(row.getObject(1, UUID.class), row.getInt(2)),
                    since,
                    party,
                    by.name()));
    var unrecorded = new LinkedHashMap<Session.Id, Integer>();
    counts.forEach(count -> unrecorded.put(new Session.Id(count.session()), count.talks()));
    return unrecorded;
  }

  @Override
  @Transactional
  public List<Intent> overdue(Agency.Id agency, LocalDate today) {
    return overdue("i.agency = ?", today, agency.value());
  }

  @Override
  @Transactional
  public List<Intent> overdue(Collection<Project.Id> projects, LocalDate today) {
    return overdue("i.project = any (?)", today, ids(projects));
  }

  @Override
  @Transactional
  public List<Intent> overdue(Organisation.Id organizer, LocalDate today) {
    return overdue("s.owner = ?", today, organizer.value());
  }

  /** As {@link IntentDates} says it of one. */
  private List<Intent> overdue(String whose, LocalDate today, Object party) {
    return database.prepareStatement(
        """
        select i.* from session_intent i join matchmaking_session s on s.id = i.session
        where i.state in ('OPEN', 'IN_PROCUREMENT') and %s
          and (i.follow_up_by < ? or s.day + interval '%d months' <= ?::date
            and not exists (select from session_intent_note n where n.session = i.session
              and n.project = i.project and n.agency = i.agency and n.noted_at >=
              (s.day + interval '%d months') at time zone 'Asia/Shanghai'))
        order by i.follow_up_by, s.day, i.session, i.project, i.agency
        """
            .formatted(whose, IntentDates.MONTHS, IntentDates.MONTHS),
        statement -> Statements.list(statement, JdbcIntents::intent, party, today, today));
  }

  private static String[] ids(Collection<Project.Id> projects) {
    return projects.stream().map(Project.Id::value).toArray(String[]::new);
  }
}
