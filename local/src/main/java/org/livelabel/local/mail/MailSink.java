package org.livelabel.local.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes every mail over SMTP, on the loopback address only, and delivers none. The mails are in memory and gone with the
 * process.
 */
public final class MailSink implements AutoCloseable {
    private final GreenMail server;
    private final InboxPage page;

    private MailSink(GreenMail server, InboxPage page) {
        this.server = server;
        this.page = page;
    }

    public static MailSink start(int smtpPort, int pagePort) {
        GreenMail server = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            InboxPage page = new InboxPage(pagePort);
            MailSink sink = new MailSink(server, page);
            page.serve(sink);
            return sink;
        } catch (IOException | RuntimeException e) {
            server.stop();
            throw new IllegalStateException("the inbox page does not start: " + e.getMessage(), e);
        }
    }

    /** All mails, the newest first. */
    public List<Mail> mails() {
        MimeMessage[] received = server.getReceivedMessages();
        List<Mail> mails = new ArrayList<>();
        for (int i = received.length - 1; i >= 0; i--) {
            mails.add(mail(i + 1, received[i]));
        }
        return mails;
    }

    public Optional<Mail> mail(int id) {
        MimeMessage[] received = server.getReceivedMessages();
        return id < 1 || id > received.length ? Optional.empty() : Optional.of(mail(id, received[id - 1]));
    }

    @Override
    public void close() {
        page.close();
        server.stop();
    }

    private static Mail mail(int id, MimeMessage message) {
        try {
            Date received = message.getReceivedDate() != null ? message.getReceivedDate() : message.getSentDate();
            return new Mail(
                    id,
                    addresses(message.getFrom()).findFirst().orElse(""),
                    addresses(message.getAllRecipients()).toList(),
                    Optional.ofNullable(message.getSubject()).orElse(""),
                    received == null ? Instant.EPOCH : received.toInstant(),
                    text(message));
        } catch (MessagingException | IOException e) {
            // a broken mail must not hide the others
            return new Mail(id, "", List.of(), "unreadable mail", Instant.EPOCH, String.valueOf(e.getMessage()));
        }
    }

    private static Stream<String> addresses(Address @org.jspecify.annotations.Nullable [] addresses) {
        return addresses == null ? Stream.empty() : Arrays.stream(addresses).map(Address::toString);
    }

    private static String text(Part part) throws MessagingException, IOException {
        return find(part, "text/plain").or(() -> findQuietly(part, "text/html")).orElse("");
    }

    private static Optional<String> findQuietly(Part part, String type) {
        try {
            return find(part, type);
        } catch (MessagingException | IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return Optional.of(part.getContent().toString());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                Optional<String> found = find(parts.getBodyPart(i), type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
