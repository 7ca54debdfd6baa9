/** The public pages: from a request to a view model, and from that to HTML. */
@NullMarked
package duijie.portal.web;

import org.jspecify.annotations.NullMarked;
