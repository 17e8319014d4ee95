package org.ianawatch.diff.group;

import org.ianawatch.registry.Sha256;
import org.ianawatch.xml.Group;

/**
 * What a group said at one time.
 *
 * @param label what people know it by: a file's name, or a number and a date
 * @param sha256 of the file's bytes
 * @param group what the file says
 */
public record GroupEdition(String label, Sha256 sha256, Group group) {}
