package duijie.accounts

import duijie.regions.Region

/** Accounts for specs. */
class People {

  static Organisation bureau(Map given = [:]) {
    new Organisation(new Organisation.Id((given.id ?: 'bureau') as String), Organisation.Kind.BUREAU,
      (given.name ?: '某县民政局') as String, new Region.Code('510821'))
  }

  static Organisation agency(Map given = [:]) {
    new Organisation(new Organisation.Id((given.id ?: 'A-1') as String), Organisation.Kind.AGENCY,
      (given.name ?: '某社工服务中心') as String, null)
  }

  /** The roles of somebody who has this one: who minds an agency's accounts is also of the agency. */
  static Set<Role> with(Role role) {
    role == Role.AGENCY_ADMINISTRATOR ? [Role.AGENCY, role] as Set : [role] as Set
  }

  static Account account(Map given = [:]) {
    def roles = (given.roles ?: [Role.OFFICER]) as Set<Role>
    def organisation = given.organisation ?: (Role.AGENCY in roles ? agency() : bureau())
    new Account(new Account.Id((given.id ?: UUID.randomUUID()) as UUID), (given.name ?: 'jingban') as String,
      (given.displayName ?: '经办人甲') as String, organisation as Organisation, roles, given.hash as String,
      given.toChange as boolean, (given.state ?: Account.State.ACTIVE) as Account.State)
  }
}
