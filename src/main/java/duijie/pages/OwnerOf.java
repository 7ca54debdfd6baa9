package duijie.pages;

import duijie.accounts.Organisation;
import io.micronaut.http.HttpRequest;
import java.util.Optional;

/** Tells whose the record is that an address names. */
public interface OwnerOf {

  /** Whose it is; empty where there is no such record. */
  Optional<Organisation.Id> owner(HttpRequest<?> request);
}
