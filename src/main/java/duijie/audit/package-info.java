/** The audit trail: who did what to which record, when and from where, and who was refused. */
@NullMarked
package duijie.audit;

import org.jspecify.annotations.NullMarked;
