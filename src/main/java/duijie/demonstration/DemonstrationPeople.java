package duijie.demonstration;

import duijie.accounts.Account;
import duijie.accounts.Organisation;
import duijie.accounts.Role;
import duijie.regions.Region;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One sign-in for each role of the demonstration county. They are made up, as their names say, and
 * stand on the sign-in page for everybody.
 */
public final class DemonstrationPeople {

  /** Of all of them. */
  public static final String PASSWORD = "wangcang-demo";

  private static final Region.Code COUNTY = new Region.Code("510821");

  /** As whom {@link #BUREAU} buys in the shipped projects. */
  public static final String BUYER = "旺苍县民政局";

  /** The bureau whose officer and head can be tried out. */
  public static final Organisation BUREAU =
      new Organisation(
          new Organisation.Id("YS-BUREAU"), Organisation.Kind.BUREAU, "旺苍县民政局（演示）", COUNTY);

  private static final Organisation OPERATOR =
      new Organisation(
          new Organisation.Id("YS-OPERATOR"), Organisation.Kind.OPERATOR, "旺苍县供需对接平台（演示）", COUNTY);

  /** The demonstration agency {@code YS-A03} of the shipped records. */
  private static final Organisation AGENCY =
      new Organisation(
          new Organisation.Id("YS-A03"), Organisation.Kind.AGENCY, "旺苍县夕照养老服务中心（演示）", COUNTY);

  public static final List<Person> ALL =
      List.of(
          new Person("jingban", "演示经办", BUREAU, Role.OFFICER),
          new Person("fuzeren", "演示负责人", BUREAU, Role.HEAD),
          new Person("zuzhi", "演示组织者", OPERATOR, Role.ORGANIZER),
          new Person("jigou", "演示机构用户", AGENCY, Role.AGENCY),
          new Person("jigouguan", "演示机构管理员", AGENCY, Role.AGENCY_ADMINISTRATOR),
          new Person("pingshen", "演示评审", OPERATOR, Role.REVIEWER),
          new Person("jiandu", "演示监督", OPERATOR, Role.SUPERVISOR),
          new Person("anquan", "演示安全管理员", OPERATOR, Role.SECURITY_ADMINISTRATOR),
          new Person("shenji", "演示审计员", OPERATOR, Role.AUDITOR));

  private DemonstrationPeople() {}

  /** Somebody who can try out a role. */
  public record Person(
      String signInName, String displayName, Organisation organisation, Role role) {

    /**
     * The account; its id follows from its name.
     *
     * @param passwordHash of {@link #PASSWORD}
     */
    public Account account(String passwordHash) {
      var seed = ("demonstration " + signInName).getBytes(StandardCharsets.UTF_8);
      return new Account(
          new Account.Id(UUID.nameUUIDFromBytes(seed)),
          signInName,
          displayName,
          organisation,
          role == Role.AGENCY_ADMINISTRATOR ? Set.of(Role.AGENCY, role) : Set.of(role),
          passwordHash,
          false,
          Account.State.ACTIVE);
    }
  }
}
