package org.ianawatch.receivers;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.concurrent.CountDownLatch;

/** GreenMail as a process of its own, for checks of whole processes: takes mails by SMTP, and hands them out by POP3. */
final class MailReceiver {
    private static final String HOST = "127.0.0.1";

    private MailReceiver() {}

    /**
     * Prints {@code listening SMTP_PORT POP3_PORT}, and runs until it is ended.
     *
     * @param arguments the address of who gets mails, and the user and password for both protocols
     */
    public static void main(String[] arguments) throws InterruptedException {
        GreenMail greenMail = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP), new ServerSetup(0, HOST, ServerSetup.PROTOCOL_POP3)
        });
        greenMail.withConfiguration(
                GreenMailConfiguration.aConfig().withUser(arguments[0], arguments[1], arguments[2]));
        greenMail.start();
        System.out.println("listening " + greenMail.getSmtp().getPort() + " "
                + greenMail.getPop3().getPort());
        new CountDownLatch(1).await();
    }
}
