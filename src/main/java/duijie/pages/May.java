package duijie.pages;

import duijie.accounts.Deed;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Ties a route to what is done there. Whoever may not do it is turned away before the route's code
 * runs.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface May {

  Deed value();

  /** Whose record it is done to; without it, nobody's in particular. */
  Class<? extends OwnerOf> of() default OwnerOf.class;
}
