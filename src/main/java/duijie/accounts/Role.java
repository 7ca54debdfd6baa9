package duijie.accounts;

/** What somebody comes to the platform for. One account may have several. */
public enum Role {
  /** Keeps an agency's profile, finds projects, bids. */
  AGENCY("社工机构"),
  /** Minds the accounts of the own agency; always beside {@link #AGENCY}. */
  AGENCY_ADMINISTRATOR("本机构管理员"),
  /** Drafts projects, reviews agencies, follows contracts. */
  OFFICER("民政经办"),
  /** Approves what officers drafted. */
  HEAD("民政负责人"),
  /** Makes matchmaking sessions. */
  ORGANIZER("对接会组织者"),
  /** Scores the bids that were assigned. */
  REVIEWER("评审"),
  /** Watches openings and reads along. */
  SUPERVISOR("监督"),
  /** Manages accounts, and sees no business. */
  SECURITY_ADMINISTRATOR("安全管理员"),
  /** Reads the audit trail, and changes nothing. */
  AUDITOR("审计员");

  private final String label;

  Role(String label) {
    this.label = label;
  }

  /** What people call it. */
  public String label() {
    return label;
  }
}
