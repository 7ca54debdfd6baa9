package duijie.portal;

import duijie.regions.Region;

/**
 * The county that runs the site: lists tell what lies inside it 县内 from what lies outside 县外.
 *
 * @param code its code, for example {@code 510821}
 * @param demonstration whether the site shows demonstration data, so that every page says so
 */
public record HomeCounty(Region.Code code, boolean demonstration) {}
