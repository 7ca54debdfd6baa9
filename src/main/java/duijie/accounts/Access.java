package duijie.accounts;

import static duijie.accounts.Deed.ANSWER_QUESTIONS;
import static duijie.accounts.Deed.APPROVE_PROJECT;
import static duijie.accounts.Deed.ASK_ABOUT_PROJECT;
import static duijie.accounts.Deed.ATTEND_SESSIONS;
import static duijie.accounts.Deed.BOOK_TALKS;
import static duijie.accounts.Deed.COURT_AGENCIES;
import static duijie.accounts.Deed.DRAFT_PROJECT;
import static duijie.accounts.Deed.IMPORT_AGENCIES;
import static duijie.accounts.Deed.KEEP_CALENDAR;
import static duijie.accounts.Deed.KEEP_PROFILE;
import static duijie.accounts.Deed.MANAGE_ACCOUNTS;
import static duijie.accounts.Deed.MANAGE_COLLEAGUES;
import static duijie.accounts.Deed.ORGANIZE_SESSIONS;
import static duijie.accounts.Deed.READ_AUDIT_TRAIL;
import static duijie.accounts.Deed.REVIEW_AGENCIES;
import static duijie.accounts.Deed.SEEK_PROJECTS;
import static duijie.accounts.Deed.SEE_CONTACTS;
import static duijie.accounts.Deed.SEE_MATCHES_OF_AGENCY;
import static duijie.accounts.Deed.SEE_MATCHES_OF_PROJECT;
import static duijie.accounts.Deed.SUSPEND_AGENCIES;
import static duijie.accounts.Deed.TAKE_WORKBOOK;
import static duijie.accounts.Role.AGENCY;
import static duijie.accounts.Role.AGENCY_ADMINISTRATOR;
import static duijie.accounts.Role.AUDITOR;
import static duijie.accounts.Role.HEAD;
import static duijie.accounts.Role.OFFICER;
import static duijie.accounts.Role.ORGANIZER;
import static duijie.accounts.Role.SECURITY_ADMINISTRATOR;
import static duijie.accounts.Role.SUPERVISOR;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one table of which role may do what. What it does not grant is refused: to everybody else,
 * and to whoever has not signed in.
 */
public final class Access {

  /** Of whose records a grant speaks. */
  public enum Whose {
    /** Of the own organisation alone. */
    OWN,
    /** Of anybody. */
    ANY
  }

  /** A role may do this to records of these. */
  public record Grant(Role role, Deed deed, Whose whose) {}

  /** All grants. */
  public static final Set<Grant> TABLE =
      Set.of(
          new Grant(OFFICER, SEE_MATCHES_OF_PROJECT, Whose.ANY),
          new Grant(HEAD, SEE_MATCHES_OF_PROJECT, Whose.ANY),
          new Grant(ORGANIZER, SEE_MATCHES_OF_PROJECT, Whose.ANY),
          new Grant(AGENCY, SEE_MATCHES_OF_AGENCY, Whose.OWN),
          new Grant(OFFICER, SEE_MATCHES_OF_AGENCY, Whose.ANY),
          new Grant(HEAD, SEE_MATCHES_OF_AGENCY, Whose.ANY),
          new Grant(ORGANIZER, SEE_MATCHES_OF_AGENCY, Whose.ANY),
          new Grant(AGENCY, KEEP_PROFILE, Whose.OWN),
          new Grant(AGENCY_ADMINISTRATOR, MANAGE_COLLEAGUES, Whose.OWN),
          new Grant(OFFICER, REVIEW_AGENCIES, Whose.ANY),
          new Grant(HEAD, REVIEW_AGENCIES, Whose.ANY),
          new Grant(OFFICER, IMPORT_AGENCIES, Whose.OWN),
          new Grant(HEAD, IMPORT_AGENCIES, Whose.OWN),
          new Grant(HEAD, SUSPEND_AGENCIES, Whose.ANY),
          new Grant(AGENCY, SEE_CONTACTS, Whose.OWN),
          new Grant(OFFICER, SEE_CONTACTS, Whose.ANY),
          new Grant(HEAD, SEE_CONTACTS, Whose.ANY),
          new Grant(ORGANIZER, SEE_CONTACTS, Whose.ANY),
          new Grant(OFFICER, TAKE_WORKBOOK, Whose.ANY),
          new Grant(HEAD, TAKE_WORKBOOK, Whose.ANY),
          new Grant(ORGANIZER, TAKE_WORKBOOK, Whose.ANY),
          new Grant(OFFICER, DRAFT_PROJECT, Whose.OWN),
          new Grant(HEAD, DRAFT_PROJECT, Whose.OWN),
          new Grant(HEAD, APPROVE_PROJECT, Whose.OWN),
          new Grant(AGENCY, SEEK_PROJECTS, Whose.OWN),
          new Grant(OFFICER, COURT_AGENCIES, Whose.OWN),
          new Grant(HEAD, COURT_AGENCIES, Whose.OWN),
          new Grant(ORGANIZER, ORGANIZE_SESSIONS, Whose.OWN),
          new Grant(AGENCY, ATTEND_SESSIONS, Whose.OWN),
          new Grant(OFFICER, BOOK_TALKS, Whose.OWN),
          new Grant(HEAD, BOOK_TALKS, Whose.OWN),
          new Grant(AGENCY, ASK_ABOUT_PROJECT, Whose.ANY),
          new Grant(OFFICER, ANSWER_QUESTIONS, Whose.OWN),
          new Grant(HEAD, ANSWER_QUESTIONS, Whose.OWN),
          new Grant(AUDITOR, READ_AUDIT_TRAIL, Whose.ANY),
          new Grant(SUPERVISOR, READ_AUDIT_TRAIL, Whose.ANY),
          new Grant(SECURITY_ADMINISTRATOR, KEEP_CALENDAR, Whose.ANY),
          new Grant(SECURITY_ADMINISTRATOR, MANAGE_ACCOUNTS, Whose.ANY));

  private Access() {}

  /**
   * Whether somebody may do this.
   *
   * @param who null for somebody who has not signed in
   * @param owner whose record it is done to, or null where it is nobody's in particular
   */
  public static boolean allows(@Nullable Account who, Deed deed, Organisation.@Nullable Id owner) {
    if (who == null || who.state() != Account.State.ACTIVE) {
      return false;
    }
    return TABLE.stream()
        .filter(grant -> grant.deed() == deed && who.roles().contains(grant.role()))
        .anyMatch(grant -> grant.whose() == Whose.ANY || who.organisation().id().equals(owner));
  }

  /** Whether somebody may do this to any record at all, be it only their own. */
  public static boolean grants(Account who, Deed deed) {
    return who.state() == Account.State.ACTIVE
        && TABLE.stream().anyMatch(g -> g.deed() == deed && who.roles().contains(g.role()));
  }
}
