package duijie.accounts

import spock.lang.Specification

class AccessSpec extends Specification {

  static final Organisation.Id OWN = People.bureau().id()
  static final Organisation.Id OTHER = new Organisation.Id('another')

  def "whoever has not signed in, or is disabled, may do nothing that is not everybody's"() {
    expect:
    Deed.values().every { !Access.allows(null, it, null) && !Access.allows(null, it, OWN) }
    Deed.values().every { deed ->
      Role.values().every { !Access.allows(People.account(roles: People.with(it), state: Account.State.DISABLED), deed, OWN) }
    }
  }

  def "#role may #deed of its own: #own, of others: #other"() {
    given:
    def who = People.account(roles: People.with(role))

    expect:
    Access.allows(who, deed, who.organisation().id()) == own
    Access.allows(who, deed, OTHER) == other
    Access.allows(who, deed, null) == other

    where: 'every role and every deed'
    [role, deed] << [Role.values() as List, Deed.values() as List].combinations()
    business = role in [Role.OFFICER, Role.HEAD, Role.ORGANIZER]
    other = deed in [Deed.MANAGE_ACCOUNTS, Deed.KEEP_CALENDAR] ? role == Role.SECURITY_ADMINISTRATOR :
        deed == Deed.READ_AUDIT_TRAIL ? role in [Role.AUDITOR, Role.SUPERVISOR] :
        deed == Deed.ASK_ABOUT_PROJECT ? role in [Role.AGENCY, Role.AGENCY_ADMINISTRATOR] :
        deed in [Deed.KEEP_PROFILE, Deed.MANAGE_COLLEAGUES, Deed.DRAFT_PROJECT, Deed.APPROVE_PROJECT, Deed.ANSWER_QUESTIONS, Deed.IMPORT_AGENCIES, Deed.SEEK_PROJECTS, Deed.COURT_AGENCIES, Deed.ORGANIZE_SESSIONS, Deed.ATTEND_SESSIONS, Deed.BOOK_TALKS] ? false :
        deed == Deed.REVIEW_AGENCIES ? role in [Role.OFFICER, Role.HEAD] : deed == Deed.SUSPEND_AGENCIES ? role == Role.HEAD : business
    own = other || (role in [Role.OFFICER, Role.HEAD] && deed in [Deed.DRAFT_PROJECT, Deed.ANSWER_QUESTIONS, Deed.IMPORT_AGENCIES, Deed.COURT_AGENCIES, Deed.BOOK_TALKS]) || (role == Role.HEAD && deed == Deed.APPROVE_PROJECT) ||
        (role == Role.ORGANIZER && deed == Deed.ORGANIZE_SESSIONS) || (role == Role.AGENCY_ADMINISTRATOR && deed == Deed.MANAGE_COLLEAGUES) ||
        (role in [Role.AGENCY, Role.AGENCY_ADMINISTRATOR] && deed in [Deed.SEE_MATCHES_OF_AGENCY, Deed.SEE_CONTACTS, Deed.KEEP_PROFILE, Deed.SEEK_PROJECTS, Deed.ATTEND_SESSIONS])
  }

  def "two roles may do what either may"() {
    given:
    def who = People.account(roles: [Role.OFFICER, Role.SECURITY_ADMINISTRATOR])

    expect:
    Access.allows(who, Deed.MANAGE_ACCOUNTS, null)
    Access.allows(who, Deed.TAKE_WORKBOOK, null)
  }
}
