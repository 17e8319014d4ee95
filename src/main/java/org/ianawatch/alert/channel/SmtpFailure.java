package org.ianawatch.alert.channel;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.ianawatch.alert.Outcome;
import org.ianawatch.report.TerminalText;

/** What a failure to hand a mail over means. */
final class SmtpFailure {
    private static final Pattern CODE = Pattern.compile("^\\s*([245][0-9][0-9])\\b");
    private static final int FIRST_PERMANENT_CODE = 500;
    private static final int LONGEST_EXCERPT = 300;

    private SmtpFailure() {}

    static Outcome of(MessagingException failed, String server) {
        List<SMTPAddressFailedException> receivers = receivers(failed);
        if (!receivers.isEmpty()) {
            boolean allPermanent = receivers.stream().allMatch(receiver -> isPermanent(receiver.getReturnCode()));
            String reason = server + " turned away "
                    + receivers.stream().map(SmtpFailure::words).collect(Collectors.joining(", "));
            return allPermanent
                    ? new Outcome.Refused(reason + "; correct the receivers in the configuration")
                    : new Outcome.Failed(reason, null);
        }
        int code = code(failed);
        String reason = server + ": " + words(failed);
        if (failed instanceof AuthenticationFailedException) {
            return code != 0 && !isPermanent(code)
                    ? new Outcome.Failed(reason, null)
                    : new Outcome.Refused(reason + "; check user and password in the configuration");
        }
        if (isPermanent(code)) {
            return new Outcome.Refused(reason + "; ask who runs that server what it takes");
        }
        return code == 0 && String.valueOf(failed.getMessage()).contains("STARTTLS is required")
                ? new Outcome.Refused(server + " does not offer STARTTLS; correct the security in the configuration")
                : new Outcome.Failed(reason, null);
    }

    /** Whether receivers were turned away, and not the mail as a whole. */
    static boolean isOfReceivers(MessagingException failed) {
        return !receivers(failed).isEmpty();
    }

    private static boolean isPermanent(int code) {
        return code >= FIRST_PERMANENT_CODE;
    }

    private static List<SMTPAddressFailedException> receivers(MessagingException failed) {
        List<SMTPAddressFailedException> receivers = new ArrayList<>();
        for (Exception next = failed; next instanceof MessagingException linked; next = linked.getNextException()) {
            if (next instanceof SMTPAddressFailedException receiver) {
                receivers.add(receiver);
            }
        }
        return receivers;
    }

    /** The server's code, or 0 where it gave none. */
    private static int code(MessagingException failed) {
        for (Exception next = failed; next instanceof MessagingException linked; next = linked.getNextException()) {
            if (next instanceof SMTPSendFailedException sending) {
                return sending.getReturnCode();
            }
            if (next instanceof SMTPSenderFailedException sender) {
                return sender.getReturnCode();
            }
        }
        Matcher code = CODE.matcher(String.valueOf(failed.getMessage()));
        return code.find() ? Integer.parseInt(code.group(1)) : 0;
    }

    private static String words(SMTPAddressFailedException receiver) {
        return line(receiver.getAddress() + " ("
                + String.valueOf(receiver.getMessage()).strip() + ")");
    }

    /** The outermost words and the innermost, which say most. */
    private static String words(MessagingException failed) {
        String outer = String.valueOf(failed.getMessage()).strip();
        Throwable inner = failed;
        for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
            inner = cause;
        }
        String innermost = String.valueOf(inner.getMessage()).strip();
        return line(outer.contains(innermost) ? outer : outer + " (" + innermost + ")");
    }

    private static String line(String text) {
        return Cut.to(LONGEST_EXCERPT, TerminalText.safe(text.replaceAll("\\s+", " ")));
    }
}
