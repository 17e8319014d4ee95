package org.ianawatch.xml;

import java.util.List;
import org.ianawatch.registry.Registry;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file that stands or falls as a whole: a record, an element that says something of a registry, a tag, or what is
 * between them. It begins with the white space before it.
 *
 * @param text as it stands in the file
 * @param registry whose record it is, or null where it is none
 * @param cells of the record, for the columns of its registry; empty where it is none
 */
public record Piece(String text, Registry.@Nullable Id registry, List<String> cells) {}
