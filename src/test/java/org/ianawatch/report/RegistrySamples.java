package org.ianawatch.report;

import org.ianawatch.diff.ChangeSet;
import org.ianawatch.diff.RegistryDiffer;
import org.ianawatch.made.Tables;
import org.ianawatch.registry.Registry;

/** Change sets of made registries that are not of ports. */
final class RegistrySamples {
    private static final Registry.Id SUITES = new Registry.Id("made-parameters", "made-suites");
    private static final String TITLES = "Value,Description,DTLS-OK,Recommended,Reference\n";
    private static final String HOSTILE = "<b>*x*</b> \u001b[31m[y](http://example.org) \u202E";

    private RegistrySamples() {}

    /** The example of {@code docs/json.md}. */
    static ChangeSet documented() {
        return RegistryDiffer.diff(
                SUITES,
                Tables.edition(
                        "2026-01-15",
                        TITLES + "\"0x13,0x01\",MADE_AES,Y,Y,[RFC8446]\n" + "\"0x13,0x02-FF\",Unassigned,,,\n"),
                Tables.edition(
                        "2026-02-01",
                        TITLES.replace("Description", "Name,Description")
                                + "\"0x13,0x01\",,MADE_AES,Y,Y,[RFC9846]\n"
                                + "\"0x13,0x02\",,\"MADE_X (TEMPORARY - registered 2026-01-31, expires 2027-01-31)\",Y,N,[draft-x-01]\n"
                                + "\"0x13,0x03\",,Reserved,,,\n"
                                + "\"0x13,0x04-FF\",,Unassigned,,,\n"));
    }

    /** Every kind of change, codes in two scopes, and everything that registry text can do to a format. */
    static ChangeSet rich() {
        String titles = "Type,Code,Name,Note " + HOSTILE + ",Contact,Reference\n";
        return RegistryDiffer.diff(
                SUITES,
                Tables.edition(
                        "old <&>.csv",
                        titles
                                + "a,1,one,,[A],[RFC1]\na,2,two,,[A],[RFC1]\na,3,three,,[A],[RFC1]\na,4,four,,[A],[RFC1]\n"
                                + "b,1,eins,,[A],[draft-made-01]\nb,2,zwei,,[A],[RFC1]\nb,3,drei,,[A],[RFC1]\nb,4-9,Unassigned,,,\n"),
                Tables.edition(
                        "new\u001b[2J.csv",
                        titles
                                + "a,1,one,,[A],[RFC2]\na,2,two,,[A],[RFC2]\na,3,drei," + HOSTILE
                                + ",[A],[RFC1]\na,4,four,,[B],[RFC1]\n"
                                + "b,1,eins (deprecated),,[A],[RFC3]\nb,3,drei,,[A],[RFC 1]\nb,4,vier,,[A],\nb,5,Reserved,,,\n"
                                + "b,6,Private Use,,,\nb,7,Experimental Use,,,\nb,8," + HOSTILE
                                + ",,,\nb,9,Unassigned,,,\n"));
    }

    /** Names, of a registry that nobody named; no columns tell all of its rows apart. */
    static ChangeSet names() {
        String titles = "Method,Safe,Reference\n";
        String rows = "GET,yes,[RFC1]\nGET,yes,[RFC2]\nGET,yes,[RFC3]\n";
        return RegistryDiffer.diff(
                null,
                Tables.edition("old.csv", titles + rows + "LABEL,no,[RFC4]\nOLD,no,[RFC5]\n"),
                Tables.edition("new.csv", titles + rows + "Label,no,[RFC4]\nPATCH,no,[RFC6]\n"));
    }
}
