package duijie.projects;

import duijie.accounts.Account;
import java.util.List;

/** Who wants to be told what becomes of which project 收藏. */
public interface Followings {

  /** The projects that somebody follows, the last added first. */
  List<Project.Id> of(Account.Id account);

  /** Who follows a project. */
  List<Account.Id> of(Project.Id project);

  /** Follows it from now on; following twice is following. */
  void follow(Account.Id account, Project.Id project);

  /** Follows it no more. */
  void leave(Account.Id account, Project.Id project);
}
