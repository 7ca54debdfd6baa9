package duijie.interests;

import duijie.accounts.Account;
import duijie.agencies.Agency;
import duijie.projects.Project;
import java.time.Instant;
import java.util.UUID;

/**
 * An agency says that it is interested in a project 意向. The project's buyer reads it and nobody
 * else: agencies never learn of each other.
 *
 * @param id random: one that is declared again after it was withdrawn is another
 * @param note what the agency says to the buyer; may be empty
 * @param by who declared it
 */
public record Interest(
    Project.Id project, Agency.Id agency, UUID id, String note, Account.Id by, Instant at) {}
