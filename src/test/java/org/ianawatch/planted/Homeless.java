package org.ianawatch.planted;

/** A class in a package that is no room. */
public enum Homeless {}
