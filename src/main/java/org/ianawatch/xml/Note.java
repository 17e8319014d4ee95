package org.ianawatch.xml;

/**
 * A note on a group or a registry.
 *
 * @param heading its title, or the anchor of a footnote; empty where it has none
 * @param text with the file's own line breaks
 */
public record Note(String heading, String text) {}
