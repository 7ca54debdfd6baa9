package duijie.projects.jdbc;

import duijie.accounts.Account;
import duijie.projects.Followings;
import duijie.projects.Project;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;

/** Who follows which project, in PostgreSQL. */
@Singleton
class JdbcFollowings implements Followings {

  private final FollowingRows rows;

  JdbcFollowings(FollowingRows rows) {
    this.rows = rows;
  }

  @Override
  @Transactional
  public List<Project.Id> of(Account.Id account) {
    return rows.projects(account.value()).stream().map(Project.Id::new).toList();
  }

  @Override
  @Transactional
  public List<Account.Id> of(Project.Id project) {
    return rows.accounts(project.value()).stream().map(Account.Id::new).toList();
  }

  @Override
  @Transactional
  public void follow(Account.Id account, Project.Id project) {
    rows.add(account.value(), project.value());
  }

  @Override
  @Transactional
  public void leave(Account.Id account, Project.Id project) {
    rows.remove(account.value(), project.value());
  }
}
