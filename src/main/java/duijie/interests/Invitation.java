package duijie.interests;

import duijie.accounts.Account;
import duijie.agencies.Agency;
import duijie.projects.Project;
import java.time.Instant;
import java.util.UUID;

/**
 * A buyer asks an agency to look at a project 邀请; it obliges neither.
 *
 * @param words what the buyer says to the agency; may be empty
 * @param by who invited
 */
public record Invitation(
    Project.Id project, Agency.Id agency, UUID id, String words, Account.Id by, Instant at) {}
