package org.ianawatch.cli;

import org.jspecify.annotations.NullMarked;

@NullMarked
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("hello");
    }
}
