package duijie.accounts;

/** Something that not everybody may do. */
public enum Deed {
  /** See which agencies suit a project, which do not, and why. */
  SEE_MATCHES_OF_PROJECT,
  /** See which projects suit an agency, which do not, and what it lacks. */
  SEE_MATCHES_OF_AGENCY,
  /** See whom to call about a record. */
  SEE_CONTACTS,
  /** Take the matchmaking workbook along, contacts included. */
  TAKE_WORKBOOK,
  /** Write projects, and hand them to the head. */
  DRAFT_PROJECT,
  /** Publish what an officer handed in, or hand it back. */
  APPROVE_PROJECT,
  /** See which projects are recommended to the own agency, and say in which it is interested. */
  SEEK_PROJECTS,
  /** See which agencies are interested in a project, and invite others. */
  COURT_AGENCIES,
  /** Set up matchmaking sessions, invite to them and lead them. */
  ORGANIZE_SESSIONS,
  /** Read of the sessions that the own agency is asked to, and say whether it comes. */
  ATTEND_SESSIONS,
  /** Ask agencies that come to a session for talks about the own projects. */
  BOOK_TALKS,
  /** Ask the buyer something about a project. */
  ASK_ABOUT_PROJECT,
  /** Answer what agencies ask, for everybody to read. */
  ANSWER_QUESTIONS,
  /** Read who did what. */
  READ_AUDIT_TRAIL,
  /** Fill in an agency's profile and submit it. */
  KEEP_PROFILE,
  /** Decide on what agencies hand in. */
  REVIEW_AGENCIES,
  /** Import a directory of agencies. */
  IMPORT_AGENCIES,

  /** Suspend an agency, lift that, or take it off the register. */
  SUSPEND_AGENCIES,
  /** Add accounts to the own agency, disable them, give them passwords. */
  MANAGE_COLLEAGUES,
  /** Load the days off by which deadlines are counted. */
  KEEP_CALENDAR,
  /** Add accounts, disable them, give them passwords. */
  MANAGE_ACCOUNTS
}
