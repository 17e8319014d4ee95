package org.ianawatch.xml;

/** A file that cannot be read as the group. The message says what is wrong with it, where, and what to do. */
public final class MalformedGroupException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why a file cannot be read. */
    public enum Reason {
        /** It has more bytes than a group may have. */
        TOO_LARGE("see what the source sends"),
        /** Some bytes are no UTF-8, or it says that it is in another encoding. */
        ENCODING("write it as UTF-8"),
        /** It is not well-formed; what was cut off is not. */
        MALFORMED("get it again"),
        /** It has a document type, as web pages have; no entity is looked up. */
        DOCUMENT_TYPE("see whether the address is that of the XML file"),
        /** Its root is no group of IANA's. */
        ROOT("see whether the address is that of the XML file"),
        /** An id is another than the group's, missing, there twice, or written in other characters than ids are. */
        ID("see whether the file is that of the group"),
        /** It has more elements, levels, columns or cells than a group may have. */
        TOO_MANY("see what the source sends");

        private final String advice;

        Reason(String advice) {
            this.advice = advice;
        }
    }

    private final Reason reason;

    /** An exception with a message that fits after {@code it cannot be read as the group: }. */
    MalformedGroupException(Reason reason, String message) {
        super(message + ": " + reason.advice);
        this.reason = reason;
    }

    /** The same with the line, counted from 1, on which it is. */
    MalformedGroupException(Reason reason, int line, String message) {
        this(reason, "line " + line + ": " + message);
    }

    /** Why, for programs. */
    public Reason reason() {
        return reason;
    }
}
