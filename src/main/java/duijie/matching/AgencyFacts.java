package duijie.matching;

import duijie.agencies.Agency;

/**
 * What the rules read of an agency, kept ready.
 *
 * @param agency the agency itself
 * @param values by the names that rules use; what is not known is not there
 */
public record AgencyFacts(Agency agency, FactValues values) {}
