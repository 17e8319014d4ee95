package org.ianawatch.registry;

/** One of a few cases, by the word that programs and people read for it. */
public interface Word {
    /** The word, always the same. */
    String word();
}
